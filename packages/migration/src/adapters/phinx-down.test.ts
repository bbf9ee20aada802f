import { describe, expect, test } from "@jest/globals";
import type { DownKind } from "../migration.ts";
import { phinxDown, runsOutside } from "./phinx-down.ts";

const file = (body: string): string =>
  `<?php\nuse Phinx\\Migration\\AbstractMigration;\nfinal class A extends AbstractMigration\n{\n${body}\n}\n`;
const change = (body: string): string => file(`public function change(): void\n{\n${body}\n}`);

describe("a change", () => {
  test.each<readonly [DownKind, string]>([
    [
      "real",
      "$this->table('a')->addColumn('b', 'string', ['limit' => 40])->addIndex(['b'], ['unique' => true])->create();",
    ],
    ["real", "$t = $this->table('a');\n$t->renameColumn('b', 'c')\n  ->update();"],
    ["real", "$this->table('a')->rename('b')->save();"],
    ["none", "$this->execute('CREATE TABLE a (id INT)');"],
    [
      "none",
      "$this->table('a')->addColumn('b', 'string')->update(); $this->execute(<<<SQL\nUPDATE a SET b = 1;\nSQL);",
    ],
    ["none", "$this->table('a')->removeColumn('b')->save();"],
    ["none", "$this->table('a')->changeColumn('b', 'text')->save();"],
    ["none", "$this->table('a')->drop()->save();"],
    ["none", "$this->query('SELECT 1');"],
    ["unknown", "if ($this->isMigratingUp()) { $this->execute('UPDATE a SET b = 1'); }"],
    ["unknown", "$this->table('a')->insert([['id' => 1]])->save();"],
    ["unknown", "$this->helper();"],
    ["unknown", "foreach ($this->tables() as $table) { $this->table($table)->addColumn('b', 'string')->update(); }"],
    ["empty", ""],
    ["empty", "// $this->table('a')->create();"],
    ["unknown", "$this->table('a"],
  ])("%s: %j", (kind, body) => {
    expect(phinxDown(change(body))).toBe(kind);
  });
});

describe("up and down", () => {
  const up = "public function up(): void { $this->execute('CREATE TABLE a (id INT)'); }\n";
  test.each<readonly [DownKind, string]>([
    ["real", `${up}public function down(): void { $this->execute('DROP TABLE a'); }`],
    ["none", up],
    ["empty", `${up}public function down(): void { }`],
    ["none", `${up}public function down() { throw new IrreversibleMigrationException(); }`],
    ["none", `${up}public function change() { $this->execute('x'); }\npublic function down() { $this->drop(); }`],
    ["unknown", ""],
    ["unknown", `${up}public function down() { if (x) {`],
  ])("%s: %j", (kind, body) => {
    expect(phinxDown(file(body))).toBe(kind);
  });

  test.each([
    [`${up}public function useTransaction(): bool { return false; }`, true],
    [`${up}public function useTransaction(): bool { return true; }`, false],
    [up, false],
  ])("%j runs outside of a transaction: %j", (body, outside) => {
    expect(runsOutside(file(body))).toBe(outside);
  });
});
