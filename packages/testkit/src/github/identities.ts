/** Who calls: the job's token, a GitHub App's installation, or a person. Tokens are made up here and mean nothing elsewhere. */

/** An account as GitHub shows it. */
export type Identity = {
  login: string;
  id: number;
  type: "User" | "Bot" | "Organization";
  /** Set for installation tokens: slug of the app behind the bot. */
  app?: { slug: string; id: number };
};

/** Tokens and the accounts behind them. */
export interface Identities {
  /** The token of `github-actions` (the job's), `app` or `app:<slug>` (an installation), or a login. Made when new. */
  token(who: string): string;
  /** The account of a token that was given out and not revoked. */
  byToken(token: string): Identity | undefined;
  /** The account of a login; made when new. */
  account(login: string): Identity;
  find(login: string): Identity | undefined;
  /** The token stops working: 401 from now on. */
  revoke(token: string): void;
}

/** Account ids of github.com that code may rely on. */
const JOB_BOT: Identity = {
  login: "github-actions[bot]",
  id: 41_898_282,
  type: "Bot",
  app: { slug: "github-actions", id: 15_368 },
};

/** Creates the accounts; `owner` exists from the start. */
export function createIdentities(owner: string, ownerType: "User" | "Organization" = "User"): Identities {
  const accounts = new Map<string, Identity>([[JOB_BOT.login, JOB_BOT]]);
  const tokens = new Map<string, Identity>();
  let nextId = 1001;
  const account = (login: string): Identity => {
    const key = login.toLowerCase();
    const known = accounts.get(key);
    if (known !== undefined) return known;
    const id = nextId++;
    const bot = /^(.+)\[bot\]$/u.exec(login)?.[1];
    const made: Identity =
      bot === undefined
        ? { login, id, type: "User" }
        : { login, id, type: "Bot", app: { slug: bot, id: 900_000 + id } };
    accounts.set(key, made);
    return made;
  };
  account(owner).type = ownerType;
  return {
    account,
    find: (login) => accounts.get(login.toLowerCase()),
    token: (who) => {
      const identity = account(toLogin(who));
      const token = `${identity.app === undefined ? "ghp" : "ghs"}_${identity.login.replaceAll(/[^a-zA-Z0-9]/gu, "").padEnd(36, "0")}`;
      tokens.set(token, identity);
      return token;
    },
    byToken: (token) => tokens.get(token),
    revoke: (token) => {
      tokens.delete(token);
    },
  };
}

function toLogin(who: string): string {
  if (who === "github-actions") return JOB_BOT.login;
  if (who === "app") return "handrail-app[bot]";
  return who.startsWith("app:") ? `${who.slice(4)}[bot]` : who;
}

/** The user object of REST answers. */
export function renderUser(identity: Identity | null, api: string, html: string): Record<string, unknown> | null {
  if (identity === null) return null;
  const { login, id, type, app } = identity;
  const name = encodeURIComponent(login);
  return {
    login,
    id,
    node_id: `${type === "Bot" ? "BOT" : "U"}_${Buffer.from(String(id)).toString("base64url")}`,
    avatar_url: `${html}/avatars/u/${id}`,
    gravatar_id: "",
    url: `${api}/users/${name}`,
    html_url: app === undefined ? `${html}/${login}` : `${html}/apps/${app.slug}`,
    type,
    user_view_type: "public",
    site_admin: false,
  };
}
