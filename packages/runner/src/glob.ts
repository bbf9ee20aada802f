/** Texts that stand for many: addresses, names of dependencies and folders. Pure. */

/**
 * Whether a text matches a glob in which `*` stands for any characters and `?` for one. Nothing else is special:
 * slashes are characters, and addresses are full of brackets, so `[…]` is taken as written. Linear in the text for each `*`, whatever the glob.
 */
export function matchesGlob(glob: string, text: string): boolean {
  let g = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (g < glob.length && glob[g] === "*") {
      star = g++;
      resume = t;
    } else if (g < glob.length && (glob[g] === "?" || glob[g] === text[t])) {
      g++;
      t++;
    } else if (star >= 0) {
      g = star + 1;
      t = ++resume;
    } else return false;
  }
  while (glob[g] === "*") g++;
  return g === glob.length;
}
