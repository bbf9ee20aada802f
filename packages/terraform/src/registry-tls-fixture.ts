/** TLS for tests: servers on loopback that are `mirror.example`, in front of others that speak plain http. */
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo, Server as TcpServer, Socket } from "node:net";
import path from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";

const folder = path.join(import.meta.dirname, "../fixtures/tls");

/** The certificate of mirror.example, as a file. */
export const CERTIFICATE_FILE: string = path.join(folder, "mirror.example.crt");

/** Lets this process believe the certificate; call what is returned when the tests are over. */
export function believeCertificate(): () => void {
  const before = getCACertificates("default");
  setDefaultCACertificates([...before, readFileSync(CERTIFICATE_FILE, "utf8")]);
  return () => setDefaultCACertificates(before);
}

const closing: (() => Promise<unknown>)[] = [];

/** Closes what `listen` and `secure` opened, and what was handed over with `closeLater`. */
export async function closeServers(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}

/** See {@link closeServers}. */
export function closeLater(close: () => Promise<unknown>): void {
  closing.push(close);
}

/** Listens on a free port of loopback. */
export async function listen(server: TcpServer): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  closeLater(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });
  return (server.address() as AddressInfo).port;
}

/** Puts TLS before the server at `url`, and returns its host; paths in `redirects` are answered in its place. */
export async function secure(url: string, redirects: ReadonlyMap<string, string> = new Map()): Promise<string> {
  const cert = readFileSync(CERTIFICATE_FILE, "utf8");
  const key = readFileSync(path.join(folder, "mirror.example.key"), "utf8");
  const server = createServer({ cert, key }, (incoming, outgoing) => {
    const target = redirects.get((incoming.url ?? "").split("?", 1)[0] ?? "");
    if (target !== undefined) {
      outgoing.writeHead(302, { location: target }).end();
      return;
    }
    const forwarded = request(`${url}${incoming.url}`, { headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on("error", () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  return `mirror.example:${await listen(server)}`;
}
