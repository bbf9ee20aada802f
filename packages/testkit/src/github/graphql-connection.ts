/** GraphQL's pages. */
import { GraphqlError } from "./graphql-executor.ts";
import type { GraphqlArguments, GraphqlObject } from "./graphql-executor.ts";

/** Cursor pages: `first`/`after` and `last`/`before`, at most 100 as GitHub demands. */
export function connection(type: string, items: GraphqlObject[], args: GraphqlArguments): GraphqlObject {
  const size = Number(args["first"] ?? args["last"] ?? Number.NaN);
  if (!(size >= 1 && size <= 100))
    throw new GraphqlError(
      "MISSING_PAGINATION_BOUNDARIES",
      `You must provide a \`first\` or \`last\` value of 1 to 100 on the connection.`,
    );
  const cursorAt = (name: string): number | undefined => {
    const cursor = args[name];
    return typeof cursor === "string"
      ? Number(Buffer.from(cursor, "base64").toString().replace("cursor:", ""))
      : undefined;
  };
  const after = cursorAt("after");
  const before = cursorAt("before");
  let from = after === undefined ? 0 : after + 1;
  let to = before ?? items.length;
  if (args["first"] === undefined) from = Math.max(from, to - size);
  else to = Math.min(to, from + size);
  const nodes = items.slice(from, to);
  return {
    type,
    fields: {
      totalCount: items.length,
      nodes,
      edges: nodes.map((item, at) => ({
        type: type.replace("Connection", "Edge"),
        fields: { node: item, cursor: cursorOf(from + at) },
      })),
      pageInfo: {
        type: "PageInfo",
        fields: {
          hasNextPage: to < items.length,
          hasPreviousPage: from > 0,
          startCursor: nodes.length > 0 ? cursorOf(from) : null,
          endCursor: nodes.length > 0 ? cursorOf(to - 1) : null,
        },
      },
    },
  };
}

function cursorOf(at: number): string {
  return Buffer.from(`cursor:${at}`).toString("base64");
}
