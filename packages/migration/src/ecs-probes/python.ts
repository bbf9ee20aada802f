/**
 * The probes for images with Python 3.6 and newer: Django asks through the project's own connection, Alembic through the driver that
 * SQLAlchemy's address would take. They are texts, for they run elsewhere: short, since ECS counts their characters, and without
 * comments for the same reason.
 *
 * - Statements go to the driver's own cursor without parameters: `%` and `:name` mean nothing then.
 * - Each statement is committed by itself, as everywhere in Handrail.
 */
import type { Engine } from "@handrail/database";

const before = String.raw`
import base64, decimal, hashlib, json, os, sys, zlib
given = sys.argv[1]
asked = json.loads(given if given[0] == "{" else zlib.decompress(base64.b64decode(given), -15).decode())
class Problem(Exception):
 pass
def plain(value):
 if value is None or isinstance(value, (bool, str)):
  return value
 if isinstance(value, int):
  return value if abs(value) < 2 ** 53 else str(value)
 if isinstance(value, float):
  return value if value - value == 0 else str(value)
 if isinstance(value, (bytes, bytearray, memoryview)):
  return bytes(value).hex()
 if isinstance(value, decimal.Decimal) and str(value).lstrip("-").isdigit():
  return plain(int(value))
 if isinstance(value, (list, dict)):
  return json.dumps(value, default=str)
 return str(value)
def rows_of(cursor, statement):
 cursor.execute(statement)
 if not cursor.description:
  return {"columns": [], "rows": []}
 columns = [each[0] for each in cursor.description]
 return {"columns": columns, "rows": [[plain(value) for value in row] for row in cursor.fetchall()]}
def code_of(error):
 if isinstance(error, Problem):
  return error.args[0]
 for each in (error, error.__cause__):
  code = getattr(each, "pgcode", None) or getattr(each, "sqlstate", None) or getattr(each, "errno", None)
  if code:
   return str(code)
  if each is not None and each.args and isinstance(each.args[0], int):
   return str(each.args[0])
 text = str(error)
 if "sqlite3" in str(type(error.__cause__ or error)):
  for words, code in (("UNIQUE constraint", "CONSTRAINT_UNIQUE"), ("is locked", "BUSY"), ("unable to open", "CANTOPEN"), ("readonly", "READONLY")):
   if words in text:
    return "SQLITE_" + code
  return "SQLITE_ERROR"
 for words, code in (("password authentication failed", "28P01"), ("does not exist", "3D000"), ("connection", "08001"), ("could not translate", "08001")):
  if words in text:
   return code
 return type(error).__name__`;

const after = (engine: Engine): string => String.raw`
answers = []
error = None
connection = None
try:
 connection = open_database()
 cursor = connection.cursor()
 if "${engine}" == "mysql":
  cursor.execute("SET lock_wait_timeout = 30, innodb_lock_wait_timeout = 30")
 for statement in asked["statements"]:
  if "${engine}" == "postgresql":
   cursor.execute("SET LOCAL lock_timeout = '30s'")
  answers.append(rows_of(cursor, statement))
  connection.commit()
except Exception as thrown:
 error = {"code": code_of(thrown), "message": str(thrown.args[1]) if isinstance(thrown, Problem) else str(thrown).strip()}
try:
 connection.close()
except Exception:
 pass
answer = {"answers": answers}
if error:
 answer["error"] = error
text = json.dumps(answer)
pieces = [text[at : at + 8000] for at in range(0, len(text), 8000)]
lines = ["begin"] + ["%d |%s|" % (at + 1, piece) for at, piece in enumerate(pieces)]
lines.append("end %d %s" % (len(pieces), hashlib.sha256(text.encode()).hexdigest()))
sys.stdout.write("".join("handrail-%s %s\n" % (asked["nonce"], line) for line in lines))
sys.stdout.flush()`;

const sqlalchemy = (drivers: readonly string[], engine: Engine): string => String.raw`
def open_database():
 import importlib.util
 if not os.environ.get("DATABASE_URL"):
  raise Problem("NO_URL", "")
 try:
  from sqlalchemy import create_engine
  from sqlalchemy.engine.url import make_url
  from sqlalchemy.pool import NullPool
 except ImportError:
  raise Problem("NO_DRIVER", "the image has no SQLAlchemy for python3")
 scheme, rest = os.environ["DATABASE_URL"].split(":", 1)
 names = [each for each in ${JSON.stringify(drivers)} if importlib.util.find_spec(each.split(".")[0])]
 if not names:
  raise Problem("NO_DRIVER", "the image has none of ${drivers.join(", ")}")
 kinds = {"MySQLdb": "mysqldb", "mysql.connector": "mysqlconnector"}
 asked_for = scheme.split("+")[1] if "+" in scheme else ""
 known = [kinds.get(each, each) for each in names]
 driver = asked_for if asked_for in known else known[0]
 if driver == "sqlite3":
  url = make_url("sqlite:" + (rest if rest.startswith("//") else "///" + rest))
 else:
  url = make_url("${engine}+" + driver + ":" + rest)
 return create_engine(url, poolclass=NullPool).raw_connection()
`;

const django = String.raw`
def open_database():
 import re
 sys.path.insert(0, os.getcwd())
 if not os.environ.get("DJANGO_SETTINGS_MODULE"):
  for name in ("manage.py", "src/manage.py", "app/manage.py"):
   if os.path.exists(name):
    found = re.search(r"""DJANGO_SETTINGS_MODULE['"]\s*,\s*['"]([\w.]+)""", open(name).read())
    if found:
     sys.path.insert(0, os.path.dirname(os.path.abspath(name)))
     os.environ["DJANGO_SETTINGS_MODULE"] = found.group(1)
     break
 try:
  import django
  from django.db import connection
 except ImportError:
  raise Problem("NO_DRIVER", "the image has no Django for python3")
 django.setup()
 connection.ensure_connection()
 if connection.vendor == "postgresql":
  connection.connection.autocommit = False
 if connection.vendor == "mysql":
  connection.connection.cursor().execute("SET NAMES utf8mb4")
 return connection.connection`;

const drivers: Readonly<Record<Engine, readonly string[]>> = {
  postgresql: ["psycopg2", "psycopg", "pg8000"],
  mysql: ["MySQLdb", "pymysql", "mysql.connector"],
  sqlite: ["sqlite3"],
};

/** Through SQLAlchemy, which Alembic stands on, and DATABASE_URL. */
export function sqlalchemyProbe(engine: Engine): readonly [string, ...string[]] {
  return ["python3", "-c", (before + sqlalchemy(drivers[engine], engine) + after(engine)).trim()];
}

/** Through the project's default connection. */
export function djangoProbe(engine: Engine): readonly [string, ...string[]] {
  return ["python3", "-c", (before + django + after(engine)).trim()];
}
