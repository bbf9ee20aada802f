/**
 * The probe for images with Rails 5 and newer: `bin/rails runner` with the project's own connection. It is a text, for it runs
 * elsewhere: short, since ECS counts its characters, and without comments for the same reason.
 */
import type { Engine } from "@handrail/database";

const script = (engine: Engine): string => String.raw`
require "json"
require "zlib"
require "digest"
given = ARGV[0]
asked = JSON.parse(given.start_with?("{") ? given : Zlib::Inflate.new(-15).inflate(given.unpack1("m")))
plain = lambda do |value|
case value
when nil, true, false then value
when Integer then value.abs < 2**53 ? value : value.to_s
when Float then value.finite? ? value : value.to_s
when String
text = value.dup.force_encoding("UTF-8")
value.encoding == Encoding::BINARY && !text.ascii_only? || !text.valid_encoding? ? value.unpack1("H*") : text
when Hash, Array then value.to_json
else
next value.frac.zero? ? plain.call(value.to_i) : value.to_s("F") if defined?(BigDecimal) && value.is_a?(BigDecimal)
value.respond_to?(:hour) ? value.strftime("%F %T") : value.to_s
end
end
typed = lambda do |text, type|
next nil if text.nil?
case type
when 16 then text == "t"
when 17 then text[2..-1]
when 20, 21, 23, 26, 1700 then text =~ /\A-?\d+\z/ ? plain.call(text.to_i) : text
when 700, 701 then text =~ /[a-z]{3}/i ? text : text.to_f
else text
end
end
code_of = lambda do |error|
inner = error.cause || error
text = error.message
if "${engine}" == "sqlite"
found = [["UNIQUE constraint", "CONSTRAINT_UNIQUE"], ["is locked", "BUSY"], ["unable to open", "CANTOPEN"], ["readonly", "READONLY"]].find { |words, _| text.include?(words) }
return "SQLITE_" + (found ? found[1] : "ERROR")
end
return inner.error_number.to_s if inner.respond_to?(:error_number) && inner.error_number
return inner.result.error_field(67) if inner.respond_to?(:result) && inner.result
[["password authentication failed", "28P01"], ["does not exist", "3D000"], ["connect", "08001"]].each { |words, code| return code if text.include?(words) }
error.class.name
end
answers = []
failed = nil
begin
base = ActiveRecord::Base
connection = base.respond_to?(:lease_connection) ? base.lease_connection : base.connection
connection.execute("SET lock_wait_timeout = 30, innodb_lock_wait_timeout = 30") if "${engine}" == "mysql"
asked["statements"].each do |statement|
if "${engine}" == "postgresql"
raw = connection.raw_connection
raw.exec("BEGIN")
raw.exec("SET LOCAL lock_timeout = '30s'")
result = raw.exec(statement)
raw.exec("COMMIT")
result.type_map = PG::TypeMapAllStrings.new
types = (0...result.nfields).map { |at| result.ftype(at) }
answers << { columns: result.fields, rows: result.values.map { |row| row.zip(types).map { |pair| typed.call(*pair) } } }
else
result = connection.exec_query(statement)
answers << { columns: result.columns, rows: result.rows.map { |row| row.map(&plain) } }
end
end
rescue StandardError => error
failed = { code: code_of.call(error), message: (error.cause || error).message }
end
answer = { answers: answers }
answer[:error] = failed if failed
text = JSON.generate(answer).encode("UTF-8", invalid: :replace, undef: :replace).gsub(/[^ -~]/) { |unit| unit.encode("UTF-16BE").unpack("n*").map { |each| format("\\u%04x", each) }.join }
pieces = text.scan(/.{1,8000}/)
mark = "handrail-" + asked["nonce"] + " "
lines = ["begin"] + pieces.each_with_index.map { |piece, at| "#{at + 1} |#{piece}|" } + ["end #{pieces.size} #{Digest::SHA256.hexdigest(text)}"]
print(lines.map { |line| mark + line + "\n" }.join)
$stdout.flush
`;

/** Through ActiveRecord's connection. */
export function railsProbe(engine: Engine): readonly [string, ...string[]] {
  return ["bin/rails", "runner", script(engine).trim()];
}
