/**
 * The probes for images with PHP 7.2 and newer: Phinx and CakePHP ask through PDO and DATABASE_URL, Laravel through the project's
 * own connection. They are texts, for they run elsewhere: short, since ECS counts their characters, and without comments for the
 * same reason. Nothing of `artisan tinker` is needed, which is not in every image.
 */
import type { Engine } from "@handrail/database";

const before = String.raw`
$given = $argv[1];
$asked = json_decode($given[0] === "{" ? $given : gzinflate(base64_decode($given)), true);
class Problem extends Exception { public $named; function __construct($named, $message) { parent::__construct($message); $this->named = $named; } }
function plain($value, $type) {
if (is_resource($value)) return bin2hex(stream_get_contents($value));
if (is_string($value) && preg_match("/^(int[248]?|oid|integer|tiny|short|long|longlong|int24|year|numeric|newdecimal)$/i", $type) && preg_match("/^-?\d+$/", $value)) return abs((float) $value) < 2 ** 53 ? (int) $value : $value;
if (is_string($value) && preg_match("/^(float[48]?|double)$/i", $type) && is_numeric($value)) return (float) $value;
if (is_int($value)) return abs($value) < 2 ** 53 ? $value : (string) $value;
if (is_float($value)) return is_finite($value) ? $value : (string) $value;
if (is_string($value)) return preg_match("//u", $value) ? $value : bin2hex($value);
return $value;
}
function root_of($error) {
while (!($error instanceof PDOException) && $error->getPrevious()) $error = $error->getPrevious();
return $error;
}
function words_of($error) {
$error = root_of($error);
return $error->errorInfo[2] ?? $error->getMessage();
}
function code_of($error) {
if ($error instanceof Problem) return $error->named;
$error = root_of($error);
$info = $error->errorInfo ?? null;
$text = $error->getMessage();
if (strpos($text, "could not find driver") !== false) return "NO_DRIVER";
if (PROBE_ENGINE === "sqlite") {
foreach (["UNIQUE constraint" => "CONSTRAINT_UNIQUE", "is locked" => "BUSY", "unable to open" => "CANTOPEN", "readonly" => "READONLY"] as $words => $code)
if (strpos($text, $words) !== false) return "SQLITE_$code";
return "SQLITE_ERROR";
}
if (PROBE_ENGINE === "mysql") return (string) ($info[1] ?? $error->getCode());
foreach (["password authentication failed" => "28P01", "does not exist" => "3D000"] as $words => $code)
if (!preg_match("/^[0-9A-Z]{5}$/", $info[0] ?? "") || $info[0] === "08006") if (strpos($text, $words) !== false) return $code;
return (string) ($info[0] ?? $error->getCode());
}`;

const after = String.raw`
$answers = [];
$failed = null;
try {
$database = open_database();
$database->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
if (PROBE_ENGINE === "mysql") $database->exec("SET lock_wait_timeout = 30, innodb_lock_wait_timeout = 30");
foreach ($asked["statements"] as $statement) {
if (PROBE_ENGINE === "postgresql") {
$database->beginTransaction();
$database->exec("SET LOCAL lock_timeout = '30s'");
}
$result = $database->query($statement);
$columns = $types = [];
for ($at = 0; $at < $result->columnCount(); $at++) {
$meta = $result->getColumnMeta($at);
$columns[] = $meta["name"];
$types[] = $meta["native_type"] ?? "";
}
$rows = $columns ? $result->fetchAll(PDO::FETCH_NUM) : [];
$answers[] = ["columns" => $columns, "rows" => array_map(function ($row) use ($types) { return array_map("plain", $row, $types); }, $rows)];
if (PROBE_ENGINE === "postgresql") $database->commit();
}
} catch (Throwable $thrown) { $failed = ["code" => code_of($thrown), "message" => words_of($thrown)]; }
$database = null;
$answer = ["answers" => $answers];
if ($failed) $answer["error"] = $failed;
$text = json_encode($answer, JSON_INVALID_UTF8_SUBSTITUTE);
$pieces = str_split($text, 8000);
echo "handrail-", $asked["nonce"], " begin\n";
foreach ($pieces as $at => $piece) echo "handrail-", $asked["nonce"], " ", $at + 1, " |", $piece, "|\n";
echo "handrail-", $asked["nonce"], " end ", count($pieces), " ", hash("sha256", $text), "\n";`;

const pdo = String.raw`
function open_database() {
$url = getenv("DATABASE_URL");
if (!$url) throw new Problem("NO_URL", "");
if (PROBE_ENGINE === "sqlite") return new PDO("sqlite:" . preg_replace("~^\w+:(//)?|\?.*$~", "", $url));
$at = parse_url($url);
parse_str($at["query"] ?? "", $more);
$dsn = (PROBE_ENGINE === "mysql" ? "mysql" : "pgsql") . ":host=" . $at["host"] . ";port=" . ($at["port"] ?? (PROBE_ENGINE === "mysql" ? 3306 : 5432)) . ";dbname=" . rawurldecode(ltrim($at["path"] ?? "", "/"));
if (PROBE_ENGINE === "mysql") $dsn .= ";charset=utf8mb4";
elseif (isset($more["sslmode"])) $dsn .= ";sslmode=" . $more["sslmode"];
return new PDO($dsn, rawurldecode($at["user"] ?? ""), rawurldecode($at["pass"] ?? ""));
}`;

const laravel = String.raw`
function open_database() {
if (!file_exists("vendor/autoload.php") || !file_exists("bootstrap/app.php")) throw new Problem("NO_DRIVER", "the container's directory holds no Laravel project");
require "vendor/autoload.php";
$app = require "bootstrap/app.php";
$app->make("Illuminate\\Contracts\\Console\\Kernel")->bootstrap();
return $app->make("db")->connection()->getPdo();
}`;

function script(engine: Engine, open: string): readonly [string, ...string[]] {
  const text = (before + open + after).trim().replaceAll("PROBE_ENGINE", `"${engine}"`);
  return ["php", "-r", text];
}

/** Through PDO and DATABASE_URL. */
export function pdoProbe(engine: Engine): readonly [string, ...string[]] {
  return script(engine, pdo);
}

/** Through the default connection of the project in the container's working directory. */
export function laravelProbe(engine: Engine): readonly [string, ...string[]] {
  return script(engine, laravel);
}
