/**
 * Hosts of registries, as they stand in addresses.
 * https://github.com/hashicorp/terraform-svchost/blob/main/svchost.go
 */

/** Labels with a dot between them; localhost only with a port. */
const HOST = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?::[0-9]{1,5})?$|^localhost:[0-9]{1,5}$/u;

/** The host in lower case; undefined when the text is none. */
export function parseRegistryHost(text: string): string | undefined {
  return HOST.test(text) ? text.toLowerCase() : undefined;
}
