import { describe, expect, test } from "@jest/globals";
import type { DownKind } from "../migration.ts";
import { railsDown } from "./rails-down.ts";

const file = (...lines: readonly string[]): string =>
  ["class AddThings < ActiveRecord::Migration[7.1]", ...lines.map((line) => `  ${line}`), "end", ""].join("\n");
const change = (...lines: readonly string[]): string => file("def change", ...lines.map((line) => `  ${line}`), "end");
const upDown = (...lines: readonly string[]): string =>
  file(
    "def up",
    "  execute 'create table a (id int)'",
    "end",
    "",
    "def down",
    ...lines.map((line) => `  ${line}`),
    "end",
  );

describe("a change", () => {
  const cases: readonly (readonly [DownKind, ...string[]])[] = [
    ["real", "create_table :users do |t|", "  t.string :name, null: false", "  t.timestamps", "end"],
    ["real", "create_table(:users, id: :uuid) { |t| t.string :name }"],
    ["real", "add_column :users, :name, :string, default: ''", "add_index :users, :name, unique: true"],
    ["real", "add_column :users,", "  :name,", "  :string"],
    ["real", "add_reference :a, :b, foreign_key: true # not `execute`"],
    ["real", "remove_column :users, :name, :string"],
    ["real", "remove_column 'users', 'name', 'string', null: false"],
    ["none", "remove_column :users, :name"],
    ["none", "remove_column :users, :name, if_exists: true"],
    ["none", "remove_column(:users, :name)"],
    ["real", "remove_columns :users, :a, :b, type: :string"],
    ["none", "remove_columns :users, :a, :b"],
    ["none", "execute 'update users set a = 1'"],
    ["none", "add_column :a, :b, :text", "execute <<~SQL", "  create_table", "SQL"],
    ["none", "change_column :users, :age, :bigint"],
    ["real", "change_column_default :users, :age, from: nil, to: 1"],
    ["real", "change_column_default :users, :age, :from => nil, :to => 1"],
    ["none", "change_column_default :users, :age, 1"],
    ["none", "drop_table :users"],
    ["real", "drop_table :users do |t|", "  t.string :name", "end"],
    ["real", "drop_table :users, force: :cascade"],
    ["real", "drop_table :users do |t| end"],
    ["none", "drop_table :users, :groups"],
    ["real", "remove_index :users, :name"],
    ["real", "remove_index :users, column: :name"],
    ["none", "remove_index :users, name: 'by_name'"],
    ["real", "remove_foreign_key :a, :b"],
    ["none", "remove_foreign_key :a, column: :b_id"],
    ["none", "remove_check_constraint :a, name: 'c'"],
    ["real", "remove_check_constraint :a, 'x > 0', name: 'c'"],
    ["none", "raise 'later'"],
    ["empty"],
    ["empty", "# nothing to do"],
    ["unknown", "User.update_all(a: 1)"],
    ["unknown", "create_my_function :f"],
    ["unknown", "change_table :users do |t|", "  t.remove :a", "end"],
    ["unknown", "reversible do |dir|", "  dir.up { execute 'a' }", "  dir.down { execute 'b' }", "end"],
    ["unknown", "up_only { execute 'a' }"],
    ["unknown", "execute 'a' if postgres?"],
    ["unknown", "[:a, :b].each { |name| remove_column :users, name }"],
    ["unknown", "safety_assured { add_index :a, :b }"],
    ["unknown", "add_column :a, :b, 'unfinished"],
  ];
  test.each(cases.map(([kind, ...lines]) => [lines.join("\n"), kind] as const))("%j is %s", (lines, kind) => {
    expect(railsDown(change(...lines.split("\n")))).toBe(kind);
  });
});

describe("up and down", () => {
  test.each<readonly [string, string, DownKind]>([
    ["a down that drops", upDown("drop_table :a"), "real"],
    ["a down that says it cannot", upDown("raise ActiveRecord::IrreversibleMigration"), "none"],
    ["with words", upDown("raise ActiveRecord::IrreversibleMigration, 'data is gone'"), "none"],
    ["sometimes", upDown("raise ActiveRecord::IrreversibleMigration if a", "b"), "unknown"],
    ["after something", upDown("b", "raise ActiveRecord::IrreversibleMigration"), "unknown"],
    ["an empty down", upDown(), "empty"],
    ["only a comment", upDown("# drop_table :a"), "empty"],
    ["only words", upDown("say 'nothing'", "nil"), "empty"],
    ["no down: Rails says that it was reverted", file("def up", "  a", "end"), "none"],
    [
      "both and change: Rails takes change",
      file("def change", "  add_column :a, :b, :c", "end", "def up", "end"),
      "real",
    ],
    ["of the class, as in old Rails", file("def self.up", "  a", "end", "def self.down", "  b", "end"), "real"],
    ["in one line", file("def up; a; end", "def down; end"), "empty"],
    ["neither", file("revert OtherMigration"), "unknown"],
    ["only in a comment", file("# def down", "def up", "  a", "end"), "none"],
    ["in a heredoc", file("def up", "  execute <<~SQL", "    def down", "  SQL", "end"), "none"],
    ["an end that cannot be found", "class A\n  def up\n  a\n  end\n  def down\n    b\n end\nend", "unknown"],
    ["no Ruby", "", "unknown"],
    ["a binary file", "\u0000\u0001", "unknown"],
  ])("%s", (_, text, kind) => {
    expect(railsDown(text)).toBe(kind);
    expect(railsDown(text.replaceAll("\n", "\r\n"))).toBe(kind);
  });
});
