export const id = 211;
export const ids = [211];
export const modules = {

/***/ 9211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./packages/database/lib/quote.js
var quote = __webpack_require__(6595);
// EXTERNAL MODULE: ./packages/database/lib/query.js
var lib_query = __webpack_require__(5587);
;// CONCATENATED MODULE: ./packages/database/lib/catalog-mysql-statements.js
/**
 * The statements that read the catalog of MySQL (5.7 and newer) and MariaDB (10.2 and newer): the database of the connection. What
 * only some versions have stands in comments that the others skip: `/*!80013 …` is for MySQL alone (MariaDB skips 50700 to 99999),
 * `/*M!100600 …` for MariaDB alone. https://mariadb.com/docs/server/reference/sql-statements/comment-syntax
 *
 * The counter of AUTO_INCREMENT is not asked for, nor is who defined a thing, nor when an event starts, ends or happens once: the
 * start is when it was made unless somebody said another time, and the others are counted from then as a rule.
 */
const FROM = "FROM information_schema.";
const HERE = "_schema=database()";
/** In the order of MysqlAnswers. */
const mysqlStatements = [
    `SELECT database()b,table_name t,table_type y,engine e,table_collation c,create_options o,table_comment m ${FROM}tables WHERE table${HERE}`,
    `SELECT table_name t,column_name n,column_type y,is_nullable u,column_default d,extra x,collation_name c,generation_expression g,column_comment m/*!80003 ,srs_id s*/ ${FROM}columns WHERE table${HERE}`,
    `SELECT table_name t,index_name n,seq_in_index q,column_name c,non_unique u,sub_part p,collation a,index_type y,index_comment m/*!80013 ,expression x,is_visible v*//*M!100600 ,ignored i*/ ${FROM}statistics WHERE table${HERE}`,
    `SELECT k.table_name t,k.constraint_name n,ordinal_position q,column_name c,referenced_table_schema s,k.referenced_table_name r,referenced_column_name z,update_rule u,delete_rule d ${FROM}key_column_usage k JOIN information_schema.referential_constraints f ON f.constraint${HERE} AND f.constraint_name=k.constraint_name AND f.table_name=k.table_name WHERE k.table${HERE} AND k.referenced_table_name IS NOT NULL`,
    `SELECT t.table_name t,t.constraint_name n/*!80016 ,check_clause d,enforced e*//*M!100222 ,check_clause d*/ ${FROM}table_constraints t/*!80016 JOIN information_schema.check_constraints c USING(constraint_schema,constraint_name)*//*M!100222 JOIN information_schema.check_constraints c USING(constraint_schema,constraint_name,table_name)*/ WHERE t.table${HERE} AND constraint_type='CHECK'`,
    `SELECT table_name t,view_definition d,check_option c,security_type s/*M!100100 ,algorithm a*/ ${FROM}views WHERE table${HERE}`,
    `SELECT routine_type y,routine_name n,dtd_identifier r,routine_definition d,is_deterministic i,sql_data_access a,security_type s,routine_comment m ${FROM}routines WHERE routine${HERE}`,
    `SELECT routine_type y,specific_name n,ordinal_position q,parameter_mode k,parameter_name p,dtd_identifier r ${FROM}parameters WHERE specific${HERE}`,
    `SELECT event_object_table t,trigger_name n,action_timing w,event_manipulation e,action_order o,action_statement d ${FROM}triggers WHERE event_object${HERE}`,
    `SELECT event_name n,event_definition d,event_type y,interval_value v,interval_field f,status s,on_completion c,event_comment m ${FROM}events WHERE event${HERE}`,
    `SELECT table_name t,partition_name n,subpartition_name b,partition_method h,partition_expression e,subpartition_method i,subpartition_expression f,partition_description d ${FROM}partitions WHERE table${HERE} AND partition_name IS NOT NULL`,
];

;// CONCATENATED MODULE: ./packages/database/lib/catalog-mysql-row.js
/** Reads the cells of a row by name. */
function cellsOf(row) {
    return (name) => {
        const value = row[name];
        return value === undefined || value === null ? "" : String(value);
    };
}
/** Joins what is not empty with spaces. */
function phrase(...parts) {
    return parts.filter((part) => part !== "").join(" ");
}
/** A comment in words; "" without one. */
function commented(comment) {
    return comment === "" ? "" : `comment '${comment.replaceAll("'", "''")}'`;
}
/** Rows by one of their texts, in the order of a number: the columns of an index, the parameters of a routine. */
function groupRows(rows, keyOf) {
    const groups = new Map();
    const sorted = rows.map(cellsOf).sort((left, right) => Number(left("q")) - Number(right("q")));
    for (const cell of sorted) {
        const key = keyOf(cell);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [cell]);
        else
            group.push(cell);
    }
    return groups;
}
/** A foreign key without a name: `orders_ibfk_1`, numbered by the order in which they were made; newer MariaDB says only `1`. */
function isMadeKey(table, name) {
    return /^\d+$/.test(name) || /^_ibfk_\d+$/.test(behind(table, name));
}
/** A check without a name: `orders_chk_1` of MySQL, `CONSTRAINT_1` of MariaDB. */
function isMadeCheck(table, name) {
    return /^CONSTRAINT_\d+$/.test(name) || /^_chk_\d+$/.test(behind(table, name));
}
/** An index without a name: that of its first column, with a number when that is taken; or that of its foreign key. */
function isMadeIndex(table, name, first) {
    if (isMadeKey(table, name) || /^functional_index(_\d+)?$/.test(name))
        return true;
    return first !== "" && /^(_\d+)?$/.test(behind(first, name));
}
/** What follows a beginning; the whole text, which then matches nothing, when it begins with something else. */
function behind(beginning, text) {
    return text.toLowerCase().startsWith(beginning.toLowerCase()) ? text.slice(beginning.length) : "-";
}

;// CONCATENATED MODULE: ./packages/database/lib/schema-name.js
/**
 * Names of schema objects as texts that can be taken apart again: parts joined with `.`, and a part that has a `.` or `"` of its
 * own stands in `"`. `users`, `app.users` (a table outside of the default schema), `"a.b"` (one table with a dot in its name).
 */
/** Joins the parts of a name; empty ones are left out. */
function joinName(...parts) {
    return parts
        .filter((part) => part !== "")
        .map((part) => (/[".]/.test(part) ? `"${part.replaceAll('"', '""')}"` : part))
        .join(".");
}
/** Takes a joined name apart. A text that was not joined by joinName gives parts that mean nothing, never an error. */
function nameParts(name) {
    return Array.from(name.matchAll(/"((?:[^"]|"")*)"|[^."]+/g), ([part, quoted]) => quoted === undefined ? part : quoted.replaceAll('""', '"'));
}
/** What our own tables, and all else that we keep in a database of the user, begin with. */
const OURS = /^handrail_/i;
/**
 * @param without names of tables as the database has them, case aside; one without a schema is meant in every schema, for a tool's
 *   table stands where the user's search path says
 */
function leavingOut(without) {
    const names = new Set(without.map((name) => nameParts(name).join("\0").toLowerCase()));
    return (schema, name) => {
        const bare = name.toLowerCase();
        return OURS.test(name) || names.has(bare) || names.has(`${schema.toLowerCase()}\0${bare}`);
    };
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-mysql-table.js
/** Tables of MySQL: their columns, indexes, constraints and partitions. */


/** A table, or a sequence of MariaDB: what that one is made of stands in its own row, which is not read. */
function readTable(cell) {
    const type = cell("y");
    const name = joinName(cell("t"));
    if (type === "SEQUENCE")
        return { kind: "sequence", of: "", name, definition: "sequence" };
    const options = cell("o")
        .toLowerCase()
        .split(" ")
        .filter((option) => option !== "")
        .sort();
    const definition = phrase(type === "BASE TABLE" ? "table" : `${type.toLowerCase()} table`, `engine ${cell("e")} collate ${cell("c")}`, ...options, commented(cell("m")));
    return { kind: "table", of: "", name, definition };
}
/** @param collations of the tables, by name: a column that has that of its table does not say so */
function readColumn(cell, isNullDefault, collations) {
    const collation = cell("c");
    const expression = cell("g");
    const extra = cell("x").toLowerCase();
    const generated = `generated always as (${expression}) ${/stored|persistent/.test(extra) ? "stored" : "virtual"}`;
    const fallback = cell("d") === "" ? "''" : cell("d");
    const definition = phrase(cell("y"), collation === "" || collation === collations.get(cell("t")) ? "" : `collate ${collation}`, cell("u") === "NO" ? "not null" : "", expression !== "" ? generated : isNullDefault || fallback === "NULL" ? "" : `default ${fallback}`, extra.replaceAll(/(stored|virtual|persistent) generated/g, "").trim(), cell("s") === "" ? "" : `srid ${cell("s")}`, commented(cell("m")));
    return { kind: "column", of: joinName(cell("t")), name: joinName(cell("n")), definition, type: cell("y") };
}
/** The indexes; the primary key is a constraint. */
function readIndexes(rows) {
    const groups = groupRows(rows, (cell) => JSON.stringify([cell("t"), cell("n")]));
    return [...groups.values()].flatMap((cells) => {
        const [cell] = cells;
        if (cell === undefined)
            return [];
        const [table, name] = [cell("t"), cell("n")];
        const columns = `(${cells.map(indexed).join(", ")})`;
        const of = joinName(table);
        const isHidden = cell("v") === "NO" || cell("i") === "YES";
        const rest = [isHidden ? "invisible" : "", commented(cell("m"))];
        if (name === "PRIMARY") {
            return [{ kind: "constraint", of, name: "primary key", definition: phrase(`primary key ${columns}`, ...rest) }];
        }
        const unique = cell("u") === "0" ? "unique" : "";
        const told = isMadeIndex(table, name, cell("c")) ? `${unique || "index"} ${columns}` : joinName(name);
        const definition = phrase(unique, cell("y").toLowerCase(), columns, ...rest);
        return [{ kind: "index", of, name: told, definition }];
    });
}
function indexed(cell) {
    const what = cell("x") === "" ? cell("c") : `(${cell("x")})`;
    return `${what}${cell("p") === "" ? "" : `(${cell("p")})`}${cell("a") === "D" ? " desc" : ""}`;
}
/** @param database its own name: tables of another one are told with theirs */
function readForeignKeys(rows, database) {
    const groups = groupRows(rows, (cell) => JSON.stringify([cell("t"), cell("n")]));
    return [...groups.values()].flatMap((cells) => {
        const [cell] = cells;
        if (cell === undefined)
            return [];
        const label = `foreign key (${cells.map((part) => part("c")).join(", ")})`;
        const target = joinName(cell("s") === database ? "" : cell("s"), cell("r"));
        const columns = cells.map((part) => part("z")).join(", ");
        const rules = `on delete ${cell("d")} on update ${cell("u")}`.toLowerCase();
        return [
            {
                kind: "constraint",
                of: joinName(cell("t")),
                name: isMadeKey(cell("t"), cell("n")) ? label : joinName(cell("n")),
                definition: `${label} references ${target} (${columns}) ${rules}`,
            },
        ];
    });
}
/** A check. */
function readCheck(row) {
    const cell = cellsOf(row);
    return {
        kind: "constraint",
        of: joinName(cell("t")),
        name: isMadeCheck(cell("t"), cell("n")) ? "check" : joinName(cell("n")),
        definition: phrase(`check (${cell("d")})`, cell("e") === "NO" ? "not enforced" : ""),
    };
}
/** A partition, or a part of one. */
function readPartition(row) {
    const cell = cellsOf(row);
    const by = (method, expression) => cell(method) === "" ? "" : `by ${cell(method).toLowerCase()} (${cell(expression)})`;
    const definition = phrase(by("h", "e"), by("i", "f"), cell("d") === "" ? "" : `values ${cell("d")}`);
    return { kind: "partition", of: joinName(cell("t")), name: joinName(cell("n"), cell("b")), definition };
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-mysql.js
/** The catalog of MySQL and MariaDB: rows in, objects of a schema out. */




/** The objects of a schema, in any order. */
function readMysql(answers, isLeftOut) {
    const database = String(answers[0]?.[0]?.["b"] ?? "");
    const kept = answers.map((rows) => rows.filter(({ t, n }) => !isLeftOut(database, String(t ?? n ?? ""))));
    const [tables = [], columns = [], indexes = [], keys = [], checks = [], views = []] = kept;
    const [, , , , , , routines = [], parameters = [], triggers = [], events = [], partitions = []] = kept;
    const own = tables.map(cellsOf).filter((cell) => !cell("y").endsWith("VIEW"));
    const collations = new Map(own.filter((cell) => cell("y") !== "SEQUENCE").map((cell) => [cell("t"), cell("c")]));
    return [
        ...own.map(readTable),
        ...columns.filter((row) => collations.has(String(row["t"]))).map((row) => column(row, collations)),
        ...readIndexes(indexes),
        ...readForeignKeys(keys, database),
        ...checks.map(readCheck),
        ...views.map((row) => readView(cellsOf(row), database)),
        ...readRoutines(routines, parameters),
        ...triggers.map((row) => readTrigger(cellsOf(row))),
        ...events.map((row) => readEvent(cellsOf(row))),
        ...partitions.map(readPartition),
    ];
}
function column(row, collations) {
    return readColumn(cellsOf(row), row["d"] === null || row["d"] === undefined, collations);
}
/** The server writes the database in front of every table of a view; the same view in another database is the same. */
function readView(cell, database) {
    const text = cell("d").replaceAll(`\`${database.replaceAll("`", "``")}\`.`, "");
    const option = cell("c") === "" || cell("c") === "NONE" ? "" : `with ${cell("c").toLowerCase()} check option`;
    const algorithm = cell("a") === "" || cell("a") === "UNDEFINED" ? "" : `algorithm ${cell("a").toLowerCase()}`;
    const security = cell("s") === "INVOKER" ? "sql security invoker" : "";
    return { kind: "view", of: "", name: joinName(cell("t")), definition: phrase(algorithm, security, text, option) };
}
function readRoutines(routines, parameters) {
    const groups = groupRows(parameters, (cell) => JSON.stringify([cell("y"), cell("n")]));
    return routines.map(cellsOf).map((cell) => {
        const given = groups.get(JSON.stringify([cell("y"), cell("n")])) ?? [];
        const told = given.filter((part) => Number(part("q")) > 0).map((part) => parameter(part, cell("y")));
        const definition = phrase(`${cell("y").toLowerCase()} (${told.join(", ")})`, cell("r") === "" ? "" : `returns ${cell("r")}`, cell("i") === "YES" ? "deterministic" : "", cell("a") === "CONTAINS SQL" ? "" : cell("a").toLowerCase(), cell("s") === "INVOKER" ? "sql security invoker" : "", commented(cell("m")), cell("d"));
        return { kind: "routine", of: "", name: joinName(cell("n")), definition };
    });
}
function parameter(cell, routine) {
    return phrase(routine === "PROCEDURE" ? cell("k").toLowerCase() : "", cell("p"), cell("r"));
}
function readTrigger(cell) {
    const order = cell("o") === "1" || cell("o") === "" ? "" : `(number ${cell("o")})`;
    const definition = phrase(cell("w").toLowerCase(), cell("e").toLowerCase(), order, cell("d"));
    return { kind: "trigger", of: joinName(cell("t")), name: joinName(cell("n")), definition };
}
function readEvent(cell) {
    const definition = phrase(cell("y") === "RECURRING" ? `every ${cell("v")} ${cell("f").toLowerCase()}` : "once", cell("s").toLowerCase(), cell("c") === "PRESERVE" ? "preserve" : "", commented(cell("m")), `do ${cell("d")}`);
    return { kind: "event", of: "", name: joinName(cell("n")), definition };
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-postgresql-statement.js
/**
 * The one statement that reads the catalog of PostgreSQL (11 and newer), and what its rows are. It is written tightly because a
 * command line has to hold it.
 *
 * - `set_config(…, true)` empties the search path until the statement ends, so that every name is told with its schema whatever the
 *   session's path is. It is no SET, which would stay with the connection of a pool. A CTE that has an effect is kept apart by the
 *   planner, and all rows come through it, so it ran before a name is written. The last arm puts the path back, for a transaction
 *   around the statement.
 * - `e` holds what belongs to an extension, and the functions that a range type brings along: no part of the schema by itself.
 * - 1255 is pg_proc, 1259 pg_class, 1247 pg_type, 2615 pg_namespace, 3079 pg_extension, 3381 pg_statistic_ext, 3466 pg_event_trigger: these numbers are
 *   fixed (src/include/catalog of PostgreSQL). Objects of users have 16384 and more (FirstNormalObjectId).
 * - `to_json((a,b))` of a nameless row is `{"f1": a, "f2": b}`; `to_json(a)->>'…'` asks for a column that not every version has.
 */
/** The arms of the statement. Each gives kind, schema, owner, name, and details as JSON. */
const arms = [
    "SELECT 'S'k,s,''o,''n,to_json(0)d FROM n WHERE(2615,i)NOT IN(TABLE e)",
    "SELECT 'T',s,t,'',to_json((k,relpersistence,relrowsecurity,relforcerowsecurity,relreplident,reloptions,CASE k WHEN'p'THEN pg_get_partkeydef(i)END,pg_get_expr(relpartbound,i),ARRAY(SELECT inhparent::regclass FROM pg_inherits WHERE inhrelid=i ORDER BY inhseqno),srvname,ftoptions))FROM r LEFT JOIN pg_foreign_table ON ftrelid=i LEFT JOIN pg_foreign_server f ON f.oid=ftserver WHERE k IN('r','p','f')",
    "SELECT 'C',s,t,attname,to_json((format_type(atttypid,atttypmod),attnotnull,attidentity,to_json(a)->>'attgenerated',pg_get_expr(adbin,i),(SELECT collname FROM pg_collation l WHERE l.oid=attcollation AND attcollation<>typcollation),CASE WHEN attstorage<>typstorage THEN attstorage END,to_json(a)->>'attcompression',attstattarget))FROM r JOIN pg_attribute a ON attrelid=i JOIN pg_type y ON y.oid=atttypid LEFT JOIN pg_attrdef ON adrelid=i AND adnum=attnum WHERE k IN('r','p','f')AND attnum>0 AND NOT attisdropped",
    "SELECT 'K',s,t,conname,to_json((pg_get_constraintdef(c.oid),indisclustered,indisreplident))FROM r JOIN pg_constraint c ON conrelid=i LEFT JOIN pg_index ON indexrelid=conindid AND contype<>'f'WHERE contype NOT IN('n','t')AND conislocal",
    "SELECT 'I',s,t,c.relname,to_json((pg_get_indexdef(c.oid),indisclustered,indisreplident,indisvalid))FROM r JOIN pg_index ON indrelid=i JOIN pg_class c ON c.oid=indexrelid WHERE NOT(c.relispartition OR EXISTS(SELECT FROM pg_constraint WHERE conindid=indexrelid AND contype<>'f'))",
    "SELECT 'V',s,t,'',to_json((pg_get_viewdef(i),k,reloptions))FROM r WHERE k IN('v','m')",
    "SELECT 'R',s,t,rulename,to_json((pg_get_ruledef(w.oid),ev_enabled))FROM r JOIN pg_rewrite w ON ev_class=i WHERE rulename<>'_RETURN'",
    "SELECT 'G',s,t,tgname,to_json((pg_get_triggerdef(g.oid),tgenabled))FROM r JOIN pg_trigger g ON tgrelid=i WHERE NOT tgisinternal",
    "SELECT 'P',s,t,polname,to_json((polcmd,polpermissive,polroles::regrole[],pg_get_expr(polqual,i),pg_get_expr(polwithcheck,i)))FROM r JOIN pg_policy ON polrelid=i",
    "SELECT 'X',s,t,stxname,to_json(pg_get_statisticsobjdef(x.oid))FROM r JOIN pg_statistic_ext x ON stxrelid=i",
    "SELECT 'Q',coalesce(w.s,r.s),coalesce(w.t,''),coalesce(attname,r.t),to_json((r.i::regclass,concat_ws(' ',seqtypid::regtype,seqstart,seqincrement,seqmin,seqmax,seqcache,seqcycle)))FROM r JOIN pg_sequence ON seqrelid=r.i LEFT JOIN pg_depend ON classid=1259 AND objid=r.i AND refobjsubid>0 AND deptype IN('a','i')LEFT JOIN r w ON w.i=refobjid LEFT JOIN pg_attribute ON attrelid=w.i AND attnum=refobjsubid",
    "SELECT 'Y',s,'',typname,to_json((typtype,ARRAY(SELECT enumlabel FROM pg_enum WHERE enumtypid=y.oid ORDER BY enumsortorder),ARRAY(SELECT concat_ws(' ',attname,format_type(atttypid,atttypmod))FROM pg_attribute WHERE attrelid=typrelid AND attnum>0 AND NOT attisdropped ORDER BY attnum),CASE typtype WHEN'd'THEN format_type(typbasetype,typtypmod)END,typnotnull,pg_get_expr(typdefaultbin,0),(SELECT collname FROM pg_collation l WHERE l.oid=typcollation),ARRAY(SELECT conname||' '||pg_get_constraintdef(oid)FROM pg_constraint WHERE contypid=y.oid AND contype='c'ORDER BY 1),(SELECT rngsubtype::regtype FROM pg_range WHERE rngtypid=y.oid)))FROM n JOIN pg_type y ON typnamespace=i LEFT JOIN pg_class c ON c.oid=typrelid WHERE(typtype IN('d','e','r')OR relkind='c')AND(1247,y.oid)NOT IN(TABLE e)",
    "SELECT 'F',s,'',proname,to_json((pg_get_function_identity_arguments(p.oid),CASE prokind WHEN'a'THEN(SELECT concat_ws(' ',aggtransfn,aggfinalfn,aggtranstype::regtype,agginitval)FROM pg_aggregate WHERE aggfnoid=p.oid)ELSE pg_get_functiondef(p.oid)END))FROM n JOIN pg_proc p ON pronamespace=i WHERE(1255,p.oid)NOT IN(TABLE e)",
    "SELECT 'E','','',extname,to_json(extnamespace::regnamespace)FROM pg_extension",
    "SELECT 'W','','',evtname,to_json((evtevent,evtfoid::regproc,evttags,evtenabled))FROM s,pg_event_trigger v WHERE(3466,v.oid)NOT IN(TABLE e)",
    "SELECT 'D','','','',to_json((type,object_names,object_args,description))FROM pg_description d,pg_identify_object_as_address(classoid,objoid,objsubid)WHERE objoid>16383 AND classoid<>3079 AND(classoid,objoid)NOT IN(TABLE e)",
    "SELECT 'O','','','',to_json((type,object_names,object_args))FROM n JOIN pg_depend ON refobjid=i,pg_identify_object_as_address(classid,objid,0)WHERE refclassid=2615 AND deptype='n'AND classid NOT IN(1247,1255,1259,3079,3381)AND(classid,objid)NOT IN(TABLE e)",
    "SELECT '',set_config('search_path',p,true),'','',NULL FROM s",
];
const catalog = [
    "WITH s AS(SELECT current_setting('search_path')p,set_config('search_path','',true)),",
    "n AS(SELECT oid i,nspname s FROM pg_namespace,s WHERE nspname!~'^pg_|^information_schema$'),",
    "e AS(SELECT classid,objid FROM pg_depend WHERE deptype='e'OR deptype='i'AND classid=1255),",
    "r AS(SELECT c.oid i,s,relname t,relkind k,c.* FROM n JOIN pg_class c ON relnamespace=i WHERE(1259,c.oid)NOT IN(TABLE e))",
    `SELECT k,s,o,n,d::text FROM(${arms.join(" UNION ALL ")})q`,
].join("");
/** What `k` stands for. The row that puts the search path back has none. */
const kindsByCode = {
    S: "schema",
    T: "table",
    C: "column",
    K: "constraint",
    I: "index",
    V: "view",
    R: "rule",
    G: "trigger",
    P: "policy",
    X: "statistics",
    Q: "sequence",
    Y: "type",
    F: "routine",
    E: "extension",
    W: "event trigger",
    D: "comment",
    O: "object",
};
/** Rows of `k` (kind), `s` (schema), `o` (the table it belongs to), `n` (name), and `d`: details as JSON. */
const postgresqlStatements = [catalog];

;// CONCATENATED MODULE: ./packages/database/lib/catalog-postgresql-details.js
/** The details of a row of PostgreSQL's catalog: JSON of a nameless row, `{"f1": …, "f2": …}`, or of one value. */

/** Values by their place, which counts from 1. What is not there is "", false or an empty list. */
class Details {
    #values;
    constructor(json) {
        const parsed = JSON.parse(json);
        this.#values = isRecord(parsed) ? parsed : { f1: parsed };
    }
    text(place) {
        const value = this.#values[`f${place}`];
        return typeof value === "string" || typeof value === "number" ? String(value) : "";
    }
    isTrue(place) {
        return this.#values[`f${place}`] === true;
    }
    texts(place) {
        const value = this.#values[`f${place}`];
        return Array.isArray(value) ? value.map(String) : [];
    }
}
/** A row as it came; undefined when it tells of nothing. */
function readRow({ k, s, o, n, d }) {
    const text = (value) => (value === undefined || value === null ? "" : String(value));
    const kind = kindsByCode[text(k)];
    if (kind === undefined)
        return undefined;
    return { kind, schema: text(s), owner: text(o), name: text(n), details: new Details(text(d) || "0") };
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Joins what is not empty with spaces. */
function catalog_postgresql_details_phrase(...parts) {
    return parts.filter((part) => part !== "").join(" ");
}
/** `words`, when `isSo`. */
function when(isSo, words) {
    return isSo ? words : "";
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-postgresql-objects.js
/** What stands alone in a schema of PostgreSQL: types, routines, sequences, comments. */


/** `enum ('a', 'b')`, `domain integer not null …`, `composite (a integer)`, `range of double precision`. */
function describeType(details) {
    const kind = details.text(1);
    if (kind === "e")
        return `enum (${details
            .texts(2)
            .map((label) => `'${label.replaceAll("'", "''")}'`)
            .join(", ")})`;
    if (kind === "c")
        return `composite (${details.texts(3).join(", ")})`;
    if (kind === "r")
        return `range of ${details.text(9)}`;
    const collation = details.text(7);
    return catalog_postgresql_details_phrase(`domain ${details.text(4)}`, when(collation !== "" && collation !== "default", `collate "${collation}"`), when(details.isTrue(5), "not null"), when(details.text(6) !== "", `default ${details.text(6)}`), ...details.texts(8));
}
/** `bigint start 1 increment 1 from 1 to 100 cache 1 cycle`. */
function describeSequence(details) {
    const words = details.text(2).split(" ");
    const [cycle, cache, most, least, step, start] = words.toReversed();
    const type = words.slice(0, -6).join(" ");
    const cycles = when(cycle === "t", "cycle");
    return catalog_postgresql_details_phrase(`${type} start ${start} increment ${step} from ${least} to ${most} cache ${cache}`, cycles);
}
/** What reads the next value of a sequence by default. */
function nextValue(details) {
    return `nextval('${details.text(1).replaceAll("'", "''")}'::regclass)`;
}
/** The address that the details begin with. */
function readAddress({ details }) {
    const [schema = "", ...names] = details.texts(2);
    return { type: details.text(1), schema, names, arguments: details.texts(3) };
}
/** A comment. That of a table or column belongs to the table. */
function readComment(row) {
    const { type, schema, names, arguments: given } = readAddress(row);
    const place = schema === "public" ? "" : schema;
    const [first = "", second] = names;
    const brackets = when(type === "function" || type === "procedure" || type === "aggregate", `(${given.join(", ")})`);
    const definition = row.details.text(4);
    if (type === "table")
        return { kind: "comment", of: joinName(place, first), name: "", definition };
    if (second !== undefined) {
        const name = type === "table column" ? joinName(second) : `${type} ${joinName(second)}`;
        return { kind: "comment", of: joinName(place, first), name, definition };
    }
    return { kind: "comment", of: "", name: `${type} ${joinName(place, first)}${brackets}`, definition };
}
/** Anything else: operators, collations, text search … What it is made of is not read. */
function readOther(row) {
    const { type, schema, names, arguments: given } = readAddress(row);
    const name = `${type} ${joinName(schema === "public" ? "" : schema, ...names)}`;
    return {
        kind: "object",
        of: "",
        name: given.length === 0 ? name : `${name} (${given.join(", ")})`,
        definition: type,
    };
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-postgresql-table.js
/** Tables of PostgreSQL and what belongs to them, in words: the parts of an object's definition. */

const identities = { d: "by default", n: "", i: "using an index", f: "full" };
/** `table`, `unlogged table partition by range (day)` … */
function describeTable(details) {
    const parents = details.texts(9).join(", ");
    const bound = details.text(8);
    const options = details.texts(6).sort().join(", ");
    const replica = details.text(5);
    return catalog_postgresql_details_phrase(when(details.text(2) === "u", "unlogged"), when(details.text(1) === "f", "foreign"), "table", bound === "" ? when(parents !== "", `inherits (${parents})`) : `partition of ${parents} ${bound}`, when(details.text(7) !== "", `partition by ${details.text(7)}`), when(options !== "", `with (${options})`), when(details.isTrue(3), "row level security"), when(details.isTrue(4), "forced on its owner"), when(replica !== "d", `replica identity ${identities[replica] || "nothing"}`), when(details.text(10) !== "", `server ${details.text(10)}`), when(details.texts(11).length > 0, `options (${details.texts(11).join(", ")})`));
}
const storages = { p: "plain", e: "external", m: "main", x: "extended" };
const compressions = { p: "pglz", l: "lz4" };
const generations = { s: "stored", v: "virtual" };
/** The type of a column, without the default schema's name. */
function columnType(details) {
    return details.text(1).replace(/^public\./, "");
}
/**
 * `text not null default 'x'::text` …
 * @param ownSequence what reads the next value of the sequence that belongs to the column: its name is the database's choice
 */
function describeColumn(details, ownSequence) {
    const identity = details.text(3);
    const generated = generations[details.text(4)];
    const expression = details.text(5);
    const fallback = expression === ownSequence ? "nextval(its sequence)" : expression;
    const statistics = details.text(9);
    return catalog_postgresql_details_phrase(columnType(details), when(details.text(6) !== "", `collate "${details.text(6)}"`), when(details.isTrue(2), "not null"), when(identity !== "", `generated ${identity === "a" ? "always" : "by default"} as identity`), when(expression !== "", generated === undefined ? `default ${fallback}` : `generated always as ${expression} ${generated}`), when(details.text(7) !== "", `storage ${storages[details.text(7)] ?? details.text(7)}`), when(details.text(8) !== "", `compression ${compressions[details.text(8)] ?? details.text(8)}`), when(statistics !== "" && statistics !== "-1", `statistics ${statistics}`));
}
/** A name in a statement of PostgreSQL, quoted or not, with its schema or without. */
const NAME = String.raw `(?:"(?:[^"]|"")*"|[^\s".]+)`;
const INDEX = new RegExp(`^CREATE (UNIQUE )?INDEX ${NAME} ON (?:ONLY )?${NAME}(?:\\.${NAME})? USING `);
/** `unique btree (a, b) WHERE (a > 0)`: without the names of index and table, which stand beside it. */
function describeIndex(details) {
    const definition = details.text(1).replace(INDEX, (_, unique) => (unique === undefined ? "" : "unique "));
    return catalog_postgresql_details_phrase(definition, when(!details.isTrue(4), "(invalid)"), describeUse(details));
}
/** A constraint, as the server writes it. */
function describeConstraint(details) {
    return catalog_postgresql_details_phrase(details.text(1), describeUse(details));
}
/** What else an index is used for. */
function describeUse(details) {
    return catalog_postgresql_details_phrase(when(details.isTrue(2), "(clustered)"), when(details.isTrue(3), "(replica identity)"));
}
const firings = { D: "disabled", R: "enabled replica", A: "enabled always" };
/** A trigger or rule, and when it fires if that is not as usual. */
function describeFiring(definition, enabled) {
    return catalog_postgresql_details_phrase(definition, firings[enabled] ?? "");
}
const commands = { r: "select", a: "insert", w: "update", d: "delete", "*": "all" };
/** A row-security policy. */
function describePolicy(details) {
    const roles = details.texts(3).map((role) => (role === "-" ? "public" : role));
    return catalog_postgresql_details_phrase(when(!details.isTrue(2), "restrictive"), `for ${commands[details.text(1)] ?? details.text(1)} to ${roles.sort().join(", ")}`, when(details.text(4) !== "", `using ${details.text(4)}`), when(details.text(5) !== "", `with check ${details.text(5)}`));
}
/**
 * A name that the database counted on because the first was taken: `t_a_idx1`, `t_check2`. Which of two has which number depends on
 * their order, so it is told without one (ChooseRelationName in src/backend/commands/indexcmds.c, ChooseConstraintName).
 */
function withoutNumber(table, name) {
    const isMade = name.startsWith(`${table}_`) || Buffer.byteLength(name) >= 62;
    return isMade ? name.replace(/_(pkey|key|fkey|check|excl|idx|stat)\d+$/, "_$1") : name;
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-tokens.js
/** SQL in tokens: enough of it to tell names, texts and comments apart. It never fails; what it does not know is a sign. */
const TOKEN = new RegExp([
    String.raw `(?<blank>\s+|--[^\n]*|/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/|$))`,
    String.raw `(?<blob>[xX]'[^']*')`,
    String.raw `(?<string>'[^']*(?:''[^']*)*(?:'|$))`,
    String.raw `(?<name>"[^"]*(?:""[^"]*)*(?:"|$)|` + "`[^`]*(?:``[^`]*)*(?:`|$)" + String.raw `|\[[^\]]*(?:\]|$))`,
    String.raw `(?<number>0[xX][\dA-Fa-f_]+|(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)`,
    String.raw `(?<word>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)`,
    String.raw `(?<sign>->>|\|\||->|<<|>>|<=|>=|<>|!=|==|[\s\S])`,
].join("|"), "g");
/** The tokens of a statement as SQLite stores it. */
function tokensOf(sql) {
    const tokens = [];
    for (const { groups = {}, 0: text } of sql.matchAll(TOKEN)) {
        const kind = kinds.find((kind) => groups[kind] !== undefined);
        if (kind !== undefined)
            tokens.push({ kind, text, value: catalog_tokens_valueOf(kind, text) });
    }
    return tokens;
}
const kinds = ["word", "name", "string", "blob", "number", "sign"];
function catalog_tokens_valueOf(kind, text) {
    if (kind === "word")
        return text.toLowerCase();
    if (kind !== "name" && kind !== "string")
        return text;
    const quote = text[0] ?? "";
    const inner = text.slice(1, -1);
    return quote === "[" ? inner : inner.replaceAll(quote + quote, quote);
}
/** Words that have a space before a bracket; others are taken for functions and types. */
const SPACED = new Set("and as by check conflict else except exists filter from in intersect is join key like not on or over select then union unique using values when where".split(" "));
/** Joins pieces of SQL with the spaces that people expect; the same pieces give the same text, whatever stood between them. */
function joinSql(pieces) {
    let text = "";
    let last = "(";
    for (const piece of pieces) {
        const isTight = last === "(" ||
            last === "." ||
            /^[),.;]$/.test(piece) ||
            (piece === "(" && /^[\w"]/.test(last) && !SPACED.has(last));
        text += isTight ? piece : ` ${piece}`;
        last = piece;
    }
    return text;
}
/**
 * SQL with each run of spaces and line ends between its tokens as one space, as far as texts and names in quotes allow. For what a
 * server made of a statement; bodies of routines are left as they are, for people see a change in them.
 */
function collapseSpace(sql) {
    return sql
        .replaceAll(/('[^']*(?:''[^']*)*'|"[^"]*(?:""[^"]*)*"|`[^`]*(?:``[^`]*)*`)|\s+/g, (_, quoted) => quoted ?? " ")
        .trim();
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-postgresql.js
/** The catalog of PostgreSQL: rows in, objects of a schema out. */






/** The objects of the schemas that are meant ("": what belongs to none), in any order. */
function readPostgresql([rows = []], isLeftOut, isMeant) {
    const found = rows
        .map(readRow)
        .filter((row) => row !== undefined)
        .filter((row) => isMeant(addressOf(row).schema));
    const isOut = (row) => {
        const { schema, names } = addressOf(row);
        return names.some((name, at) => at === 0 && isLeftOut(schema, name));
    };
    const kept = found.filter((row) => !isOut(row));
    const emptied = emptiedSchemas(found, kept);
    const sequences = new Map();
    for (const { kind, schema, owner, name, details } of kept) {
        if (kind === "sequence" && owner !== "")
            sequences.set(joinName(schema, owner, name), nextValue(details));
    }
    return kept
        .filter((row) => !emptied.has(schemaNamed(row)))
        .filter(({ kind, schema }) => kind !== "schema" || schema !== "public")
        .map((row) => readObject(row, sequences));
}
/** What a row is about: its schema, and the name of the table it belongs to or its own. */
function addressOf(row) {
    if (row.kind === "comment" || row.kind === "object")
        return readAddress(row);
    const name = row.owner || row.name;
    return { schema: row.schema, names: name === "" ? [] : [name] };
}
/** The schema that a row makes, or comments on; "" for all other rows. */
function schemaNamed(row) {
    if (row.kind === "schema")
        return row.schema;
    const isComment = row.kind === "comment" && row.details.text(1) === "schema";
    return isComment ? readAddress(row).schema : "";
}
/** The schemas that held something which is left out, and hold nothing else: a tool made them for its own tables. */
function emptiedSchemas(found, kept) {
    const schemasOf = (rows) => rows.filter((row) => schemaNamed(row) === "" && row.kind !== "extension").map((row) => addressOf(row).schema);
    const inUse = new Set(schemasOf(kept));
    return new Set(schemasOf(found).filter((schema) => schema !== "" && !inUse.has(schema)));
}
/** Kinds that stand for themselves although their row names them as an owner. */
const ALONE = new Set(["table", "view"]);
function readObject(row, sequences) {
    if (row.kind === "comment")
        return readComment(row);
    if (row.kind === "object")
        return readOther(row);
    const { kind, schema, owner, name, details } = row;
    const place = schema === "public" ? "" : schema;
    const definition = describe(row, sequences.get(joinName(schema, owner, name)));
    if (ALONE.has(kind))
        return { kind, of: "", name: joinName(place, owner), definition };
    if (kind === "schema")
        return { kind, of: "", name: joinName(schema), definition };
    if (kind === "routine")
        return { kind, of: "", name: `${joinName(place, name)}(${details.text(1)})`, definition };
    if (owner === "")
        return { kind, of: "", name: joinName(place, name), definition };
    const isNamedByUs = kind === "constraint" || kind === "index" || kind === "statistics";
    const told = joinName(isNamedByUs ? withoutNumber(owner, name) : name);
    const type = kind === "column" ? { type: columnType(details) } : {};
    return { kind, of: joinName(place, owner), name: told, definition, ...type };
}
const describers = {
    schema: () => "schema",
    table: describeTable,
    column: describeColumn,
    constraint: describeConstraint,
    index: describeIndex,
    view: describeView,
    rule: (details) => describeFiring(collapseSpace(details.text(1)), details.text(2)),
    trigger: (details) => describeFiring(details.text(1), details.text(2)),
    policy: describePolicy,
    statistics: (details) => details.text(1).replace(/^CREATE STATISTICS .*? (?=\(|ON )/, ""),
    sequence: describeSequence,
    type: describeType,
    routine: (details) => details.text(2).trim(),
    extension: (details) => `schema ${details.text(1)}`,
    "event trigger": (details) => describeFiring(catalog_postgresql_details_phrase(details.text(1), details.texts(3).sort().join(", "), details.text(2)), details.text(4)),
};
function describe({ kind, details }, ownSequence) {
    return describers[kind]?.(details, ownSequence) ?? details.text(1);
}
function describeView(details) {
    const options = details.texts(3).sort().join(", ");
    const isKept = details.text(2) === "m";
    const what = collapseSpace(details.text(1)).replace(/;$/, "");
    return catalog_postgresql_details_phrase(isKept ? "materialized" : "", options === "" ? "" : `with (${options})`, what);
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-sqlite-cursor.js
/** What is not a CREATE TABLE as SQLite writes them. Whoever reads takes the statement as a whole then. */
class NotUnderstood extends Error {
}
/** Reads tokens from left to right. */
class Cursor {
    #tokens;
    #at = 0;
    constructor(tokens) {
        this.#tokens = tokens;
    }
    get isDone() {
        return this.#at >= this.#tokens.length;
    }
    /** The token `ahead` places from here. */
    peek(ahead = 0) {
        return this.#tokens[this.#at + ahead];
    }
    /** Whether these words (or signs) come next. */
    sees(...words) {
        return words.every((word, at) => {
            const token = this.peek(at);
            return token !== undefined && token.value === word && (token.kind === "word" || token.kind === "sign");
        });
    }
    /** Goes past these words when they come next, and tells whether they did. */
    takes(...words) {
        const isNext = this.sees(...words);
        if (isNext)
            this.#at += words.length;
        return isNext;
    }
    /** The next token. @throws NotUnderstood at the end */
    next() {
        const token = this.peek();
        if (token === undefined)
            throw new NotUnderstood();
        this.#at += 1;
        return token;
    }
    /** A name, quoted in whatever way; as it was written otherwise. @throws NotUnderstood */
    name() {
        const { kind, text, value } = this.next();
        if (kind === "word")
            return text;
        if (kind === "name" || kind === "string")
            return value;
        throw new NotUnderstood();
    }
    /** What stands in the brackets that come next, without them. @throws NotUnderstood without brackets */
    group() {
        if (!this.takes("("))
            throw new NotUnderstood();
        const from = this.#at;
        for (let depth = 1; depth > 0;) {
            const { kind, text } = this.next();
            if (kind === "sign")
                depth += text === "(" ? 1 : text === ")" ? -1 : 0;
        }
        return this.#tokens.slice(from, this.#at - 1);
    }
    /** All that is left. */
    rest() {
        const rest = this.#tokens.slice(this.#at);
        this.#at = this.#tokens.length;
        return rest;
    }
}
/** Tokens by the commas between them, brackets aside. Nothing gives nothing. */
function splitByComma(tokens) {
    const parts = tokens.length === 0 ? [] : [[]];
    let depth = 0;
    for (const token of tokens) {
        if (token.kind === "sign")
            depth += token.text === "(" ? 1 : token.text === ")" ? -1 : 0;
        if (token.kind === "sign" && token.text === "," && depth === 0)
            parts.push([]);
        else
            parts.at(-1)?.push(token);
    }
    return parts;
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-sqlite-expression.js
/** Expressions of SQLite as texts that do not depend on how names were quoted, how words were cased, or on spaces and comments. */

/** What follows AS without being a name. */
const AFTER_AS = new Set(["materialized", "not", "select", "values", "with"]);
/** A name as a text: bare where that is possible. */
function writeName(name) {
    return /^[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
/**
 * An expression, or a whole statement. Names are told in lower case, as SQLite compares them. What stands in double quotes and is
 * not known is a text, as SQLite takes it (https://sqlite.org/quirks.html#dblquote) and itself writes it when it rewrites a statement
 * for ALTER TABLE RENAME. A name behind AS is one that people gave to a result, and keeps its case.
 */
function writeSql(tokens, known) {
    return joinSql(tokens.map((token, at) => {
        if (tokens[at - 1]?.value === "as" && tokens[at - 1]?.kind === "word")
            return writeAlias(token);
        return writeToken(token, known);
    }));
}
function writeAlias({ kind, text, value }) {
    if (kind === "name")
        return writeName(value);
    if (kind !== "word")
        return text;
    return AFTER_AS.has(value) ? value : text;
}
function writeToken({ kind, text, value }, known) {
    if (kind === "word")
        return value;
    if (kind === "blob")
        return text.toLowerCase();
    if (kind !== "name")
        return text;
    const isText = text.startsWith('"') && !known.has(value.toLowerCase());
    return isText ? writeText(value) : writeName(value.toLowerCase());
}
function writeText(value) {
    return `'${value.replaceAll("'", "''")}'`;
}
/** A default: brackets around one value mean nothing, and what stands in double quotes is a text. */
function writeDefault(tokens, known) {
    const [first, second, third] = tokens;
    const inner = first?.text === "(" ? tokens.slice(1, -1) : tokens;
    const isSigned = inner.length === 2 && /^[+-]$/.test(inner[0]?.text ?? "") && inner[1]?.kind === "number";
    if (inner.length !== 1 && !isSigned)
        return writeSql(tokens, known);
    if (first?.text === "(" && second?.kind === "name" && third?.text === ")")
        return writeSql(tokens, known);
    const [only] = inner;
    if (only?.kind === "name")
        return writeText(only.value);
    return inner.map((token) => writeToken(token, known)).join("");
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-sqlite-constraint.js
/** The constraints of a table of SQLite, whether they stand behind a column or behind all of them: both become the same. */


/**
 * Reads one constraint that needs a name of its own: PRIMARY KEY, UNIQUE, CHECK, REFERENCES or FOREIGN KEY. undefined when none
 * of these comes next.
 * @throws NotUnderstood
 */
function readConstraint(cursor, reading) {
    if (cursor.takes("primary", "key"))
        return key(cursor, "primary key", reading);
    if (cursor.takes("unique"))
        return key(cursor, "unique", reading);
    if (cursor.takes("check")) {
        const definition = `check (${writeSql(cursor.group(), reading.known)})`;
        readConflict(cursor);
        return { name: reading.name || "check", definition };
    }
    if (cursor.takes("foreign", "key"))
        return foreignKey(cursor, namesOf(cursor.group()), reading);
    if (reading.column !== undefined && cursor.sees("references"))
        return foreignKey(cursor, [lower(reading.column)], reading);
    return undefined;
}
/** `constraint name`, when that comes next; "" otherwise. */
function readConstraintName(cursor) {
    return cursor.takes("constraint") ? cursor.name() : "";
}
/** What to do about a conflict, with a space in front; "" for what is done anyway. */
function readConflict(cursor) {
    if (!cursor.takes("on", "conflict"))
        return "";
    const { value } = cursor.next();
    return value === "abort" ? "" : ` on conflict ${value}`;
}
/** A column of a key or an index. Ascending is how it is anyway. */
function writeIndexed(tokens, known) {
    const [first, second] = tokens;
    const isName = first?.kind === "string" && (second === undefined || second.kind === "word");
    const rest = tokens.at(-1)?.kind === "word" && tokens.at(-1)?.value === "asc" ? tokens.slice(0, -1) : tokens;
    if (!isName)
        return writeSql(rest, known);
    return [writeName(lower(first.value)), writeSql(rest.slice(1), known)].join(" ").trim();
}
function key(cursor, what, { name, known, column }) {
    let columns;
    let isCounted = false;
    if (column === undefined) {
        const inner = cursor.group();
        isCounted = inner.at(-1)?.value === "autoincrement" && inner.length > 1;
        columns = splitByComma(isCounted ? inner.slice(0, -1) : inner).map((part) => writeIndexed(part, known));
    }
    else {
        const isDescending = cursor.takes("desc");
        cursor.takes("asc");
        columns = [`${writeName(lower(column))}${isDescending ? " desc" : ""}`];
    }
    const conflict = readConflict(cursor);
    isCounted = cursor.takes("autoincrement") || isCounted;
    const definition = `${what} (${columns.join(", ")})`;
    const label = what === "unique" ? definition : what;
    return { name: name || label, definition: `${definition}${isCounted ? " autoincrement" : ""}${conflict}` };
}
function foreignKey(cursor, columns, { name }) {
    if (!cursor.takes("references"))
        throw new NotUnderstood();
    const table = writeName(lower(cursor.name()));
    const target = cursor.sees("(") ? ` (${namesOf(cursor.group()).map(writeName).join(", ")})` : "";
    const actions = readActions(cursor);
    const label = `foreign key (${columns.map(writeName).join(", ")})`;
    return { name: name || label, definition: `${label} references ${table}${target}${actions}` };
}
/** What happens on delete and on update, and when it is looked at. MATCH means nothing to SQLite, nor does anything but deferred. */
function readActions(cursor) {
    const actions = new Map();
    let isDeferred = false;
    for (;;) {
        if (cursor.takes("on"))
            actions.set(cursor.next().value, readAction(cursor));
        else if (cursor.takes("match"))
            cursor.next();
        else if (cursor.takes("not", "deferrable"))
            isDeferred = readDeferred(cursor) && false;
        else if (cursor.takes("deferrable"))
            isDeferred = readDeferred(cursor);
        else
            break;
    }
    const said = ["delete", "update"].flatMap((event) => {
        const action = actions.get(event);
        return action === undefined || action === "no action" ? [] : [` on ${event} ${action}`];
    });
    return `${said.join("")}${isDeferred ? " deferrable initially deferred" : ""}`;
}
function readAction(cursor) {
    const first = cursor.next().value;
    return first === "set" || first === "no" ? `${first} ${cursor.next().value}` : first;
}
function readDeferred(cursor) {
    if (cursor.takes("initially", "immediate"))
        return false;
    return cursor.takes("initially", "deferred");
}
function namesOf(tokens) {
    return splitByComma(tokens).map(([first]) => lower(first?.value ?? ""));
}
/** As SQLite compares names. */
function lower(name) {
    return name.toLowerCase();
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-sqlite-table.js
/** CREATE TABLE of SQLite, taken apart: columns, constraints, options. https://sqlite.org/lang_createtable.html */




/**
 * Takes the tokens of a CREATE TABLE apart, beginning behind the table's name.
 * @throws NotUnderstood
 */
function catalog_sqlite_table_readTable(cursor) {
    const parts = splitByComma(cursor.group());
    const known = new Set(parts.flatMap(([first]) => (first === undefined ? [] : [first.value.toLowerCase()])));
    const columns = [];
    const constraints = [];
    for (const part of parts) {
        const inner = new Cursor(part);
        if (isConstraint(inner))
            constraints.push(...readConstraints(inner, known));
        else
            columns.push(catalog_sqlite_table_readColumn(inner, known, constraints));
    }
    const options = splitByComma(cursor.rest()).map((option) => joinSql(option.map(({ value }) => value)));
    return {
        columns: columns.map((column) => withoutImplied(column, constraints)),
        constraints,
        options: options.sort(),
    };
}
function isConstraint(cursor) {
    if (cursor.sees("constraint") || cursor.sees("primary", "key") || cursor.sees("foreign", "key"))
        return true;
    return cursor.sees("unique", "(") || cursor.sees("check", "(");
}
/** The constraints between two commas; SQLite does not ask for a comma between them. */
function readConstraints(cursor, known) {
    const constraints = [];
    while (!cursor.isDone) {
        const constraint = readConstraint(cursor, { name: readConstraintName(cursor), known });
        if (constraint === undefined)
            throw new NotUnderstood();
        constraints.push(constraint);
    }
    return constraints;
}
function catalog_sqlite_table_readColumn(cursor, known, constraints) {
    const column = cursor.name();
    const type = readType(cursor);
    const traits = { collation: "", isRequired: "", fallback: "", generated: "" };
    while (!cursor.isDone) {
        const name = readConstraintName(cursor);
        const constraint = readConstraint(cursor, { name, known, column });
        if (constraint !== undefined)
            constraints.push(constraint);
        else
            readTrait(cursor, traits, known);
    }
    const { collation, isRequired, fallback, generated } = traits;
    const definition = [type, collation, isRequired, fallback, generated].filter((part) => part !== "").join(" ");
    return { name: column, type, definition };
}
const AFTER_TYPE = new Set("as check collate constraint default generated not null primary references unique".split(" "));
/** The type as it was declared, in lower case; "" without one. */
function readType(cursor) {
    const words = [];
    for (let token = cursor.peek(); token !== undefined; token = cursor.peek()) {
        if (token.kind === "word" && AFTER_TYPE.has(token.value))
            break;
        if (token.kind === "sign" || token.kind === "number")
            break;
        words.push(cursor.next().value.toLowerCase());
    }
    const length = cursor.sees("(") ? `(${splitByComma(cursor.group()).map(plain).join(",")})` : "";
    return `${words.join(" ")}${length}`;
}
function plain(tokens) {
    return tokens.map(({ text }) => text).join("");
}
/** Reads NOT NULL, DEFAULT, COLLATE or GENERATED into `traits`. @throws NotUnderstood */
function readTrait(cursor, traits, known) {
    if (cursor.takes("not", "null"))
        traits.isRequired = `not null${readConflict(cursor)}`;
    else if (cursor.takes("null"))
        readConflict(cursor);
    else if (cursor.takes("collate")) {
        const name = cursor.name().toLowerCase();
        traits.collation = name === "binary" ? "" : `collate ${name}`;
    }
    else if (cursor.takes("default")) {
        const value = writeDefault(readDefault(cursor), known);
        traits.fallback = value === "null" ? "" : `default ${value}`;
    }
    else {
        cursor.takes("generated", "always");
        if (!cursor.takes("as"))
            throw new NotUnderstood();
        const expression = writeSql(cursor.group(), known);
        const isStored = cursor.takes("stored");
        cursor.takes("virtual");
        traits.generated = `generated always as (${expression}) ${isStored ? "stored" : "virtual"}`;
    }
}
function readDefault(cursor) {
    const first = cursor.peek();
    if (first?.kind !== "sign")
        return [cursor.next()];
    if (first.text !== "(")
        return [cursor.next(), cursor.next()];
    const bracket = (text) => ({ kind: "sign", text, value: text });
    return [bracket("("), ...cursor.group(), bracket(")")];
}
/** The rowid by another name is never null, said or not: https://sqlite.org/lang_createtable.html#rowid */
function withoutImplied(column, constraints) {
    const isRowid = column.type === "integer" &&
        constraints.some(({ definition }) => /^primary key \((.*?)\)/.exec(definition)?.[1] === column.name.toLowerCase());
    return isRowid ? { ...column, definition: column.definition.replace(/^integer not null/, "integer") } : column;
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-sqlite.js
/** The catalog of SQLite: it keeps the statements that made the schema, so they are what is read. */







/** `sqlite_master` is what all versions call it. Indexes without a statement belong to a constraint. */
const sqliteStatements = [
    "SELECT type,name,tbl_name AS tbl,sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~'",
];
/** The objects of a schema, in any order. */
function readSqlite([rows = []], isLeftOut) {
    const found = rows
        .map(({ type, name, tbl, sql }) => ({
        type: String(type),
        name: String(name),
        of: String(tbl),
        tokens: tokensOf(String(sql)),
    }))
        .filter(({ name, of }) => !isLeftOut("main", name) && !isLeftOut("main", of));
    const entries = found.filter(({ of }) => !isShadow(of, found));
    const tables = new Map(entries.filter(({ type }) => type === "table").map((entry) => [entry.of, partsOf(entry)]));
    const known = new Set(entries.map(({ name }) => name.toLowerCase()));
    for (const parts of tables.values())
        for (const { name } of parts?.columns ?? [])
            known.add(name.toLowerCase());
    return entries.flatMap((entry) => objectsOf(entry, tables.get(entry.of), known));
}
/** The tables in which the virtual tables of SQLite's own modules keep what they hold: https://sqlite.org/vtab.html#xshadowname */
const SHADOW = /^(.*)_(?:config|content|data|docsize|idx|segments|segdir|stat|node|parent|rowid)$/;
function isShadow(table, entries) {
    const owner = SHADOW.exec(table)?.[1];
    return owner !== undefined && entries.some(({ name, tokens }) => name === owner && isVirtual(tokens));
}
function isVirtual(tokens) {
    return tokens[1]?.value === "virtual";
}
function objectsOf(entry, parts, known) {
    const { type, name, of, tokens } = entry;
    if (type === "table")
        return parts === undefined ? [whole(entry, known)] : tableObjects(name, parts);
    if (type === "index")
        return [{ kind: "index", of: joinName(of), name: joinName(name), definition: index(tokens, parts) }];
    if (type === "trigger") {
        return [
            { kind: "trigger", of: joinName(of), name: joinName(name), definition: writeSql(behindName(tokens), known) },
        ];
    }
    return [whole(entry, known)];
}
/** A view, or a table that SQLite does not keep itself (CREATE VIRTUAL TABLE). */
function whole({ type, name, tokens }, known) {
    const rest = writeSql(behindName(tokens), known);
    return { kind: type, of: "", name: joinName(name), definition: isVirtual(tokens) ? `virtual table ${rest}` : rest };
}
function tableObjects(table, { columns, constraints, options }) {
    const of = joinName(table);
    return [
        { kind: "table", of: "", name: of, definition: joinSql(["table", ...options]) },
        ...columns.map(({ name, type, definition }) => ({ kind: "column", of, name: joinName(name), definition, type })),
        ...constraints.map(({ name, definition }) => ({ kind: "constraint", of, name: joinName(name), definition })),
    ];
}
function partsOf({ tokens }) {
    if (isVirtual(tokens))
        return undefined;
    try {
        return catalog_sqlite_table_readTable(new Cursor(behindName(tokens)));
    }
    catch (thrown) {
        if (thrown instanceof NotUnderstood)
            return undefined;
        throw thrown;
    }
}
/** What follows `CREATE [UNIQUE|TEMP|VIRTUAL] TABLE [IF NOT EXISTS] name`. */
function behindName(tokens) {
    const at = tokens.findIndex(({ kind, value }) => kind === "word" && KINDS.has(value));
    const cursor = new Cursor(tokens.slice(at + 1));
    cursor.takes("if", "not", "exists");
    if (!cursor.isDone)
        cursor.next();
    if (cursor.takes(".") && !cursor.isDone)
        cursor.next();
    return cursor.rest();
}
const KINDS = new Set(["table", "index", "trigger", "view"]);
/** `unique (a, b desc) where c > 0`; of the columns that are known it is those of its table. */
function index(tokens, parts) {
    const known = new Set((parts?.columns ?? []).map(({ name }) => name.toLowerCase()));
    const cursor = new Cursor(behindName(tokens));
    try {
        if (!cursor.takes("on"))
            throw new NotUnderstood();
        cursor.name();
        const columns = splitByComma(cursor.group()).map((column) => writeIndexed(column, known));
        const isUnique = tokens[1]?.value === "unique";
        return `${isUnique ? "unique " : ""}(${columns.join(", ")}) ${writeSql(cursor.rest(), known)}`.trim();
    }
    catch (thrown) {
        if (thrown instanceof NotUnderstood)
            return writeSql(tokens, known);
        throw thrown;
    }
}

// EXTERNAL MODULE: ./packages/runner/lib/text-order.js
var text_order = __webpack_require__(8600);
;// CONCATENATED MODULE: ./packages/database/lib/schema-objects.js
/** Makes a Schema of the objects that a catalog reader found. */

function compareObjects(left, right) {
    return ((0,text_order/* compareCodeUnits */.U)(left.kind, right.kind) ||
        (0,text_order/* compareCodeUnits */.U)(left.of, right.of) ||
        (0,text_order/* compareCodeUnits */.U)(left.name, right.name) ||
        (0,text_order/* compareCodeUnits */.U)(left.definition, right.definition));
}
/** A schema of objects in any order. */
function schemaOf(engine, objects) {
    return { engine, objects: objects.toSorted(compareObjects) };
}

;// CONCATENATED MODULE: ./packages/database/lib/schema-reader.js
/** Reads the schema of a database: a few statements to send, and what their answers mean. */





const catalogs = {
    postgresql: { statements: postgresqlStatements, read: readPostgresql },
    mysql: { statements: mysqlStatements, read: readMysql },
    sqlite: { statements: sqliteStatements, read: readSqlite },
};
/**
 * The statements that read the catalog: SELECTs only, each on one line, less than 5,000 characters together. They change nothing,
 * and nothing of the session either, so they can go through a connection pool. Their answers are for readSchema.
 */
function schemaStatements(engine) {
    return catalogs[engine].statements;
}
/**
 * The schema that the answers tell: of PostgreSQL all schemas but the system's, of MySQL the one database. Without our own tables
 * (`handrail_…`), without the tables that `without` names (as the database has them), and without what belongs to these. `within`:
 * of PostgreSQL only these schemas (and what belongs to none); empty means all. `isOutside`: all the others instead.
 * @param answers to schemaStatements, in their order
 */
function readSchema(engine, answers, { without, within = [], isOutside = false }) {
    const isMeant = (schema) => within.length === 0 || (schema === "" ? !isOutside : within.includes(schema) !== isOutside);
    return schemaOf(engine, catalogs[engine].read(answers, leavingOut(without), isMeant));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./packages/database/lib/fingerprint.js
/** A schema in 64 hex digits. */

/** Of the canonical text. Another number makes every fingerprint that was ever recorded another one: records of before match no more. */
const VERSION = "handrail-schema-1";
/**
 * SHA-256 in hex over a canonical text of the schema: its engine, and kind, owner, name and definition of each object. Two schemas
 * have the same one when compareSchemas finds no difference. Nothing but the schema goes in, so no name of a database either.
 */
function fingerprintOf({ engine, objects }) {
    const lines = objects.map(({ kind, of, name, definition }) => JSON.stringify([kind, of, name, definition]));
    return digestOf(VERSION, [engine, ...lines.sort()]);
}
/** SHA-256 in hex over texts; `kind` tells apart what was made in different ways. */
function digestOf(kind, texts) {
    return (0,external_node_crypto_.createHash)("sha256")
        .update([kind, ...texts].join("\n"), "utf8")
        .digest("hex");
}

;// CONCATENATED MODULE: ./packages/database/lib/dump-blocks.js
/** What ends a block and stands where it began. */
const CLOSING = /^(?:end|[)\]}]+)[;,]?$/;
/**
 * The outermost blocks of a text, each as its lines. `ActiveRecord::Schema` is no block: what it holds is. Its version is that of
 * the newest migration, and not schema.
 */
function dumpBlocks(text, isLeftOut) {
    const lines = text
        .split(/\r\n|\n|\r/)
        .map((line) => line.trimEnd())
        .filter((line) => line !== "" && !/^\s*(?:#|\/\/|--)/.test(line));
    const outer = blocksOf(lines);
    const inner = outer.flatMap((block) => /^ActiveRecord::Schema\b/.test(block[0] ?? "") ? blocksOf(block.slice(1, -1)) : [block]);
    return inner.filter((block) => !isBlockOut(block, isLeftOut)).map((block) => block.join("\n"));
}
function blocksOf(lines) {
    const least = Math.min(...lines.map(indentOf));
    const blocks = [];
    for (const line of lines) {
        const isNew = indentOf(line) === least && !CLOSING.test(line.trim());
        if (isNew || blocks.length === 0)
            blocks.push([line]);
        else
            blocks.at(-1)?.push(line);
    }
    return blocks;
}
function indentOf(line) {
    return line.length - line.trimStart().length;
}
function isBlockOut([first = ""], isLeftOut) {
    return Array.from(first.matchAll(/[\w$]+/g)).some(([name]) => isLeftOut("", name));
}

;// CONCATENATED MODULE: ./packages/database/lib/dump-noise.js
/** Statements that make no part of a schema. Rows of a version table are in the dumps of Rails and dbmate. */
const NOISE = /^(?:(?:SET|USE|LOCK TABLES|UNLOCK TABLES|PRAGMA|ANALYZE|BEGIN|COMMIT|ROLLBACK|START TRANSACTION|INSERT INTO|COPY)\b|SELECT pg_catalog\.set(?:_config|val)|CREATE DATABASE|ALTER DATABASE|COMMENT ON EXTENSION|DROP (?:TABLE|VIEW|FUNCTION|PROCEDURE|EVENT|TRIGGER) IF EXISTS|(?:ALTER|REASSIGN) .* OWNE[RD] (?:TO|BY ROLE) \S+$|ALTER TABLE \S+ (?:DISABLE|ENABLE) KEYS$|CREATE TABLE ["'`]?sqlite_(?:sequence|stat\d)\b)/i;
/** When an event happens: without a word from the user it starts when it was made, and every time is told as a date. */
const EVENT_TIMES = /^(CREATE(?: OR REPLACE)? EVENT .+? ON SCHEDULE)(?: AT '[^']*'|( EVERY (?:'[^']*'|\S+) \w+)(?: STARTS '[^']*')?(?: ENDS '[^']*')?)/i;
/** A statement without what changes by itself; undefined when nothing of it is schema. */
function schemaOfStatement(statement, isLeftOut) {
    if (/^(?:CREATE|ALTER) SEQUENCE /i.test(statement) && isOwnSequence(statement, isLeftOut))
        return undefined;
    if (NOISE.test(statement) || subjects(statement).some(([schema, name]) => isLeftOut(schema, name)))
        return undefined;
    return statement
        .replace(/^(CREATE(?: OR REPLACE)?(?: ALGORITHM ?= ?\w+)?) DEFINER ?= ?(?:`[^`]*`|\S+?)@(?:`[^`]*`|\S+)/i, "$1")
        .replace(/(\) ENGINE=\w+(?: \w+=\w+)*?) AUTO_INCREMENT=\d+/i, "$1")
        .replace(EVENT_TIMES, "$1$2");
}
/** The names in the head of a statement, each with its schema: what it makes or changes, and the table it belongs to. */
function subjects(statement) {
    const head = /^.*?(?=\(| AS | USING | REFERENCES | VALUES |$)/is.exec(statement)?.[0] ?? "";
    const name = /(?:(["`]?)([\w$]+)\1\.)?(["`]?)([\w$]+)\3/g;
    return Array.from(head.matchAll(name), ([, , schema = "", , bare = ""]) => [schema, bare]);
}
/** The sequence of a serial column says of which table it is in its name only: `goose_db_version_id_seq`. */
function isOwnSequence(statement, isLeftOut) {
    return subjects(statement).some(([schema, name]) => {
        const words = name.split("_");
        if (words.at(-1) !== "seq")
            return false;
        return words.some((_, at) => at > 0 && at < words.length - 1 && isLeftOut(schema, words.slice(0, at).join("_")));
    });
}

;// CONCATENATED MODULE: ./packages/database/lib/dump-sql.js
/** The statements of a dump in SQL: of pg_dump, mysqldump, sqlite3's `.schema`, structure.sql. Comments are gone, spaces are single. */
const QUOTED = String.raw `"[^"]*(?:""[^"]*)*"|` + "`[^`]*(?:``[^`]*)*`";
const PIECES = {
    mysql: piecesOf(String.raw `--(?=\s|$).*`, String.raw `'[^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*'`),
    other: piecesOf("--.*", String.raw `'[^']*(?:''[^']*)*'|\$(?<tag>[A-Za-z_]\w*)?\$[\s\S]*?\$\k<tag>\$`),
};
function piecesOf(comment, text) {
    const block = String.raw `/\*(?!M?!)[^*]*(?:\*(?!/)[^*]*)*\*/`;
    // MySQL's conditional comments hold statements: only their brackets go. The one of MariaDB's sandbox mode is a comment indeed.
    const brackets = String.raw `/\*M!999999\\- .*?\*/;?|/\*M?!\d*|\*/`;
    return new RegExp(String.raw `(?<blank>\s+|${comment}|${block}|${brackets})|(?<quoted>${text}|${QUOTED})|(?<delimiter>^delimiter\s+\S+)|(?<command>^\\.*)|(?<word>[\w$]+)|[\s\S]`, "gim");
}
/** Statements that hold a body of statements, which end with semicolons, too. */
const WITH_BODY = /^\s*create\s(?:or replace\s|temp\s|temporary\s|constraint\s)*(?:trigger|function|procedure)\b/i;
/** Splits a dump into its statements, without the semicolons between them. Lines for psql (`\restrict …`) are no statements. */
function dumpStatements(text, dialect) {
    const statements = [];
    let statement = "";
    let depth = 0;
    let end = ";";
    for (const { groups = {}, 0: piece } of text.matchAll(PIECES[dialect])) {
        if (groups["command"] !== undefined && statement.trim() === "")
            continue;
        if (groups["delimiter"] !== undefined)
            end = piece.split(/\s+/)[1] ?? ";";
        else if (groups["blank"] === undefined)
            statement += piece;
        else if (!statement.endsWith(" "))
            statement += " ";
        const step = groups["word"] === undefined ? 0 : depthOf(piece);
        if (step !== 0 && WITH_BODY.test(statement))
            depth += step;
        const isInside = groups["quoted"] !== undefined || (depth > 0 && end === ";");
        if (isInside || !statement.endsWith(end))
            continue;
        statements.push(statement.slice(0, -end.length));
        statement = "";
        depth = 0;
    }
    return [...statements, statement].map((found) => found.trim()).filter((found) => found !== "");
}
function depthOf(word) {
    const lower = word.toLowerCase();
    if (lower === "begin" || lower === "case")
        return 1;
    return lower === "end" ? -1 : 0;
}

;// CONCATENATED MODULE: ./packages/database/lib/dump.js
/** The schema as a command of the user prints it (`schema-command`), in a form in which two dumps of one schema are equal. */





const dump_VERSION = "handrail-dump-1";
const RUBY = /^\s*ActiveRecord::Schema\b/m;
const SQL = /^\s*(?:create|alter|set|pragma|drop)\s+\w+|^--|^\/\*[!M]/im;
const MYSQL = /^-- (?:MySQL|MariaDB) dump|^\) ENGINE=|^\/\*!\d{5} SET /m;
/**
 * Reads a dump. Comments, settings, tokens of psql, rows, owners, counters of AUTO_INCREMENT and the dates of events are left out,
 * and the order of statements is. Without our own tables, and without those that `without` names, when they are told apart by
 * their names.
 */
function readDump(text, { without = [] } = {}) {
    const parts = dump_partsOf(text.replace(/^\uFEFF/, ""), leavingOut(without)).sort();
    return {
        parts,
        fingerprint: digestOf(dump_VERSION, parts.map((part) => JSON.stringify(part))),
    };
}
function dump_partsOf(text, isLeftOut) {
    if (RUBY.test(text) || !SQL.test(text))
        return dumpBlocks(text, isLeftOut);
    return dumpStatements(text, MYSQL.test(text) ? "mysql" : "other").flatMap((statement) => {
        const kept = schemaOfStatement(statement, isLeftOut);
        return kept === undefined ? [] : [kept];
    });
}

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/migration/lib/adapters/custom.js
var custom = __webpack_require__(6132);
;// CONCATENATED MODULE: ./packages/migration/lib/query-merge.js
/** A query that merges what is asked in the same turn. When the whole fails, each is asked by itself. */
function mergeQueries(query) {
    let waiting = [];
    const flush = async () => {
        const asked = waiting;
        waiting = [];
        const all = asked.flatMap(({ statements }) => statements);
        try {
            const answers = await query(all);
            let next = 0;
            for (const { statements, resolve } of asked) {
                resolve(answers.slice(next, next + statements.length));
                next += statements.length;
            }
        }
        catch (error) {
            for (const one of asked) {
                if (asked.length === 1)
                    one.reject(error);
                else
                    await query(one.statements).then(one.resolve, one.reject);
            }
        }
    };
    return (statements) => new Promise((resolve, reject) => {
        waiting.push({ statements, resolve, reject });
        if (waiting.length === 1)
            queueMicrotask(() => void flush());
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/snapshot.js
/** Reads what a database is right now: the applied set and the schema, through the executor that also runs the tool. */




/**
 * Reads both.
 * @throws DatabaseFailure, Failure `tool-failed`
 */
async function takeSnapshot(place, reading = {}) {
    const asked = place.executor.kind === "ecs" ? merged(place) : place;
    const [set, { schema, fingerprint, outside }] = await Promise.all([
        readApplied(asked, reading),
        readSchemaOf(asked, reading),
    ]);
    return {
        ids: set.applied.map(({ id }) => id),
        half: set.applied.filter(({ isHalf }) => isHalf === true).map(({ id }) => id),
        isInOrder: set.isInOrder,
        ...(set.pending === undefined ? {} : { pending: set.pending }),
        ...(set.known === undefined ? {} : { known: set.known }),
        ...(schema === undefined ? {} : { schema }),
        fingerprint,
        ...(outside === undefined ? {} : { outside }),
    };
}
/** In a task every question costs half a minute. */
function merged(place) {
    const { query, queryWhenCancelled } = place.executor;
    const merge = (each) => (each === undefined ? undefined : mergeQueries(each));
    const executor = { ...place.executor, query: merge(query), queryWhenCancelled: merge(queryWhenCancelled) };
    return { ...place, executor };
}
/** The applied set alone. */
async function readApplied(place, reading = {}) {
    const { executor, adapter, settings } = place;
    if (settings.custom.status.length > 0)
        return readStatusCommand(place, reading);
    const reader = adapter.state(settings);
    if (reader.how === "table") {
        const query = queryOf(executor, reading);
        if (query === undefined)
            throw cannotAsk(adapter);
        return reader.read(query);
    }
    const about = { title: `${adapter.title}: what is applied`, isShown: false, isReading: true, ...reading };
    const ending = await executor.run(reader.status.command, about);
    if (ending.kind !== "exited")
        throw unread(adapter, ending);
    const set = reader.status.parse(ending);
    // Django has one name for its table everywhere.
    if (adapter.tool === "django")
        await requireSame(place, set, reader.tables, reading);
    return set;
}
/** What the tool says is applied has to be in the database that we look at: its own configuration may name another one. */
async function requireSame({ executor, adapter }, { applied }, [table], reading) {
    const query = queryOf(executor, reading);
    if (executor.kind === "ecs" || query === undefined || applied.length === 0 || table === undefined)
        return;
    try {
        await query([
            `SELECT 1 FROM ${table
                .split(".")
                .map((name) => (0,quote/* quoteName */.A)(name, executor.engine))
                .join(".")} WHERE 1 = 0`,
        ]);
    }
    catch (thrown) {
        if (!(thrown instanceof lib_query/* DatabaseFailure */.M) || thrown.kind !== "missing")
            throw thrown;
        throw new failure/* Failure */.HR({
            reason: "invalid-input",
            what: `${adapter.title} works on another database than database-url: it says that ${applied.length} are applied, and there is no ${table} in ${executor.place}`,
            remedy: "Let the configuration of the tool connect to the address in the environment variable DATABASE_URL.",
        });
    }
}
/** The tool's own tables. */
function toolTables({ adapter, settings }) {
    return adapter.state(settings).tables;
}
async function readStatusCommand(place, reading) {
    const [program = "", ...rest] = place.settings.custom.status;
    const ending = await place.executor.run({ argv: [program, ...rest], environment: {} }, { title: "status-command", isShown: false, isReading: true, ...reading });
    if (ending.kind !== "exited" || ending.exitCode !== 0)
        throw unread(place.adapter, ending);
    return (0,custom/* parseStatus */.i)(ending.stdout);
}
/** The schema; "" for its fingerprint when nothing can read it. */
async function readSchemaOf(place, reading) {
    const { executor, schemaCommand } = place;
    if (schemaCommand.length > 0)
        return { fingerprint: await readDumped(place, reading) };
    const query = queryOf(executor, reading);
    if (query === undefined)
        return { fingerprint: "" };
    const answers = await query(schemaStatements(executor.engine));
    const within = place.settings.url?.searchPath ?? [];
    const schema = readSchema(executor.engine, answers, { without: toolTables(place), within });
    const read = { schema, fingerprint: fingerprintOf(schema) };
    if (within.length === 0)
        return read;
    const others = readSchema(executor.engine, answers, { without: [], within, isOutside: true });
    return { ...read, outside: fingerprintOf(others) };
}
async function readDumped(place, reading) {
    const { executor, schemaCommand } = place;
    const [program = "", ...rest] = schemaCommand;
    const ending = await executor.run({ argv: [program, ...rest], environment: {} }, { title: "schema-command", isShown: false, isReading: true, ...reading });
    if (ending.kind === "exited" && ending.exitCode === 0 && ending.stdout.trim() !== "") {
        return readDump(ending.stdout, { without: toolTables(place) }).fingerprint;
    }
    throw new failure/* Failure */.HR({
        reason: "tool-failed",
        what: `schema-command printed no schema (${ending.cause === "" ? "nothing" : ending.cause})`,
        remedy: "Run the command by hand with the same DATABASE_URL; it has to print the schema and exit with 0.",
    });
}
function queryOf(executor, { evenWhenCancelled }) {
    return evenWhenCancelled === true ? executor.queryWhenCancelled : executor.query;
}
function cannotAsk({ title }) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `Which migrations are applied cannot be read: the image of ${title} has no language that could ask the database`,
        remedy: 'Give status-command: a command of the image that prints {"applied": […], "pending": […]}. For rollbacks give schema-command, too.',
    });
}
function unread({ title }, { cause, exitCode }) {
    const how = cause === "" ? `it ended with exit code ${exitCode ?? "none"}` : cause;
    return new failure/* Failure */.HR({
        reason: "tool-failed",
        what: `Which migrations are applied cannot be read from ${title}: ${how}`,
        remedy: "Run the same command by hand where the step runs it, and mend what it says.",
    });
}

// EXTERNAL MODULE: ./packages/github/lib/marker.js
var lib_marker = __webpack_require__(2303);
;// CONCATENATED MODULE: ./packages/github/lib/budget.js
/**
 * Fits a report into what GitHub takes. Pieces are whole: nothing is ever cut inside a fence, an element or a character.
 * What is left out is counted and named at the end; this file never decides what is important.
 */
/** Most characters of a comment's or pull request's body; one more is answered with 422 (terraform-cdk-action#150). */
const COMMENT_LIMIT = 65_536;
/** Most bytes of a step's summary; with one more the runner drops the whole summary. */
const SUMMARY_LIMIT_BYTES = 1_048_576;
/**
 * The size of a text by the least favourable way GitHub may count characters, which is not documented: UTF-16 units
 * (never fewer than code points), every line end as two (CR LF).
 */
function measure(text) {
    let lineEnds = 0;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
        lineEnds += 1;
    return text.length + lineEnds;
}
/** The size of a text in bytes of UTF-8, as the runner counts a summary. */
function measureBytes(text) {
    return Buffer.byteLength(text);
}
/**
 * Chooses what to show, in the order given: the most important first takes its room. A full form that is more important
 * than other pieces takes at most half of what is left, so that one long piece never hides all others.
 * @param budget in the unit of `size`; the result never exceeds it, the line that says what is missing included
 * @param size must be additive: the size of two texts together is the sum of theirs
 */
function fit(pieces, budget, size = measure) {
    const items = pieces.map((piece, index) => {
        const full = size(piece.full);
        const short = piece.short === undefined ? full : Math.min(full, size(piece.short));
        return { piece, index, state: "full", full, short };
    });
    const total = items.reduce((sum, item) => sum + item.full, 0);
    if (total > budget)
        choose(items, Math.max(0, budget - size(worstNote(pieces))));
    const text = items.map(textOf).join("");
    const omitted = count(items, "out");
    const shortened = count(items, "short");
    const note = renderNote(omitted, shortened);
    const room = budget - items.reduce((sum, item) => sum + sizeOf(item), 0);
    return { text: size(note) <= room ? text + note : text, omitted, shortened };
}
/** Sets every item's state so that their sizes add up to at most `budget`. */
function choose(items, budget) {
    let left = budget;
    for (const item of items)
        item.state = "out";
    for (const { item, to } of offersOf(items)) {
        if (to === "full" && item.state === "out")
            continue;
        const cost = to === "full" ? item.full - item.short : item.short;
        if (cost > (to === "full" ? left / 2 : left))
            continue;
        item.state = to === "short" && item.short === item.full ? "full" : to;
        left -= cost;
    }
    for (const item of items.toSorted(byImportance)) {
        const cost = item.full - item.short;
        if (item.state !== "short" || cost > left)
            continue;
        item.state = "full";
        left -= cost;
    }
}
function byImportance(a, b) {
    return compare(b.piece.importance, a.piece.importance) || a.index - b.index;
}
/** Short forms, and the full forms that say what they are worth; the most valuable first, a piece's short form before its full one. */
function offersOf(items) {
    const offers = items.flatMap((item) => {
        const { importance, fullImportance } = item.piece;
        const short = { item, to: "short", worth: importance };
        if (fullImportance === undefined || item.short === item.full)
            return [short];
        return [short, { item, to: "full", worth: Math.min(fullImportance, importance) }];
    });
    return offers.sort((a, b) => compare(b.worth, a.worth) || compare(a.to === "full", b.to === "full") || byImportance(a.item, b.item));
}
/** Not a subtraction: infinities have none. */
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function sizeOf(item) {
    return item.state === "out" ? 0 : item[item.state];
}
function textOf(item) {
    if (item.state === "out")
        return "";
    return item.state === "short" ? (item.piece.short ?? item.piece.full) : item.piece.full;
}
function count(items, state) {
    const counts = new Map();
    for (const item of items) {
        if (item.state === state)
            counts.set(item.piece.omitted, (counts.get(item.piece.omitted) ?? 0) + 1);
    }
    return counts;
}
/** The longest note these pieces can need: every kind both left out and shortened as often as it occurs. */
function worstNote(pieces) {
    const all = new Map();
    for (const { omitted } of pieces)
        all.set(omitted, (all.get(omitted) ?? 0) + 1);
    return renderNote(all, all);
}
function list(counts) {
    return [...counts].map(([name, times]) => `${times} x ${name}`).join(", ");
}
function renderNote(omitted, shortened) {
    const sentences = [
        ...(omitted.size === 0 ? [] : [`Left out because the text is too long: ${list(omitted)}.`]),
        ...(shortened.size === 0 ? [] : [`Shortened: ${list(shortened)}.`]),
    ];
    return sentences.length === 0 ? "" : `\n\n*${sentences.join(" ")}*\n`;
}

;// CONCATENATED MODULE: ./packages/github/lib/invisible.js
/**
 * Makes what cannot be seen visible before text from outside is put in a comment. Line feeds and tabs stay.
 * The notation is the one @handrail/runner uses in the log: `\u{1B}`.
 */
/** Controls (C0, DEL, C1), format characters (bidi, zero width, tags), other ignorable ones, separators, lone surrogates. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** "Show this in colour" after a pictograph is how many emoji are written; it hides nothing there. */
function isColouredEmoji(text, offset) {
    return /\p{Extended_Pictographic}$/u.test(text.slice(Math.max(0, offset - 2), offset));
}
/** `text` with LF line ends (a lone CR stays visible as an escape) and with every invisible character written as `\u{HEX}`. */
function invisible_escapeInvisible(text) {
    return text
        .replaceAll("\r\n", "\n")
        .replaceAll(INVISIBLE, (character, offset, whole) => character === "\uFE0F" && isColouredEmoji(whole, offset)
        ? character
        : `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);
}

;// CONCATENATED MODULE: ./packages/github/lib/markdown.js
/**
 * Puts text from outside into GitHub's markdown so that it stays text: no structure, mention, issue reference, link,
 * image, html, marker or terminal escape comes of it. Everything here returns markdown (or html where the name says so);
 * blocks have no line end after them. It must never let a character through because it looks harmless in one place.
 *
 * What GitHub does after CommonMark (github/cmark-gfm extensions, then filters over the html): bare links and e-mail
 * addresses become links, `@name`, `#1`, `GH-1`, commit hashes, `:emoji:` and `$math$` are replaced; none of it in code.
 */

/** Written as a character reference so that an auditor sees it in the source. Stops GitHub's own replacements. */
const BREAK = "&#8203;";
/** One line: line feeds and tabs are shown, too. */
function escapeLine(text) {
    return invisible_escapeInvisible(text).replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}
/** The length of the longest run of backticks. */
function longestRun(text) {
    let longest = 0;
    for (let at = text.indexOf("`"); at >= 0; at = text.indexOf("`", at)) {
        const start = at;
        while (text[at] === "`")
            at += 1;
        longest = Math.max(longest, at - start);
    }
    return longest;
}
/**
 * What means something even inside backticks: a bar ends a table cell, `]:` makes a link definition (which renders as
 * nothing) of a link at the start of a paragraph, and no reader of the source shall find a marker in a name.
 */
const BEFORE_CODE = /\||\]:|<!--/;
/**
 * Text as inline code, on one line. Safe in paragraphs, headings, list items, link texts and table cells. Keep a space
 * or a letter between two of them: neighbouring backticks would run together.
 */
function code(text) {
    if (BEFORE_CODE.test(text))
        return codeHtml(text);
    const line = escapeLine(text);
    const ticks = "`".repeat(longestRun(line) + 1);
    const isPadded = line === "" || /^`|`$|^ .* $/u.test(line);
    return isPadded ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`;
}
/** What a name is joined with. Inside a word it has no meaning for anybody, but `www.` begins a link. */
const JOINT = /^[A-Za-z0-9][._-][A-Za-z0-9]$/;
/**
 * Text as `<code>`, for the inside of html (a `<summary>`) and for markdown: punctuation is written as character
 * references, which never have a meaning for a markdown or html parser; what joins the parts of a name stays, so that
 * addresses can be read in the source, too.
 */
function codeHtml(text) {
    const isLink = /www\./i.test(text);
    const line = escapeLine(text).replaceAll(/[!-/:-@[-`{-~]/g, (sign, at, whole) => {
        if (!isLink && JOINT.test(whole.slice(at - 1, at + 2)))
            return sign;
        // cmark-gfm looks for e-mail addresses after it has resolved references; an element between the parts hides them.
        const isAddress = sign === "@" && /[A-Za-z0-9._+-]/.test(whole[at - 1] ?? "") && /[A-Za-z0-9]/.test(whole[at + 1] ?? "");
        return `&#${sign.charCodeAt(0)};${isAddress ? "<wbr>" : ""}`;
    });
    return `<code>${line}</code>`;
}
/**
 * A fenced code block that its content cannot close: the fence is one longer than the longest run of backticks in it.
 * `language` is for GitHub's colours; everything but letters, digits, `+`, `-` and `_` is dropped from it.
 */
function fence(text, language = "") {
    // `<!--` in it would look like a marker to readers that are less careful than a markdown parser.
    const content = escapeInvisible(text).replaceAll("<!--", "<! --");
    const ticks = "`".repeat(Math.max(3, longestRun(content) + 1));
    const end = content === "" || content.endsWith("\n") ? "" : "\n";
    return `${ticks}${language.replaceAll(/[^A-Za-z0-9+_-]/g, "")}\n${content}${end}${ticks}`;
}
/**
 * Prose from outside as inline markdown that renders as exactly that text, line ends as `<br>`. For names and values
 * prefer {@link code}: they stay copyable there, here zero-width spaces keep GitHub from making something of them.
 */
function escapeMarkdown(text) {
    return invisible_escapeInvisible(text)
        .trim()
        .replaceAll(/[!-/:-@[-`{-~]|(?<![A-Za-z0-9])[0-9a-f]{7,}(?![A-Za-z0-9])/gi, escapeToken)
        .replaceAll("\t", " ")
        .replaceAll("\n", "<br>");
}
/** Signs after which GitHub looks at the next character: `@name`, `#1`, `:emoji:`, `http://`, `GH-1`, `www.`, `[!NOTE]`. */
const WATCHED = "@#:-.[";
function escapeToken(token) {
    if (token.length > 1)
        return /^[0-9]+$/.test(token) ? token : token.replaceAll(/.{6}(?=.)/g, `$&${BREAK}`); // a commit
    const reference = `&#${token.charCodeAt(0)};`;
    if (token === "$")
        return `<span>${reference}</span>`; // how GitHub's documentation writes a dollar that is no math
    return WATCHED.includes(token) ? reference + BREAK : reference;
}
/** One line of several: a pattern for "white space around a line end" would be quadratic on white space. */
function joinLines(text) {
    return text
        .split("\n")
        .map((line) => line.trim())
        .join(" ");
}
/** A table. Cells are markdown already; bars in them are escaped here, line ends become spaces. */
function table(head, rows) {
    const line = (cells) => `| ${head.map((_, column) => joinLines(cells[column] ?? "").replaceAll("|", "\\|")).join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
/**
 * A folded section. `summaryHtml` is html (text from outside through {@link codeHtml}), `body` markdown that is complete
 * in itself.
 */
function details(summaryHtml, body, open = false) {
    return `<details${open ? " open" : ""}><summary>${joinLines(summaryHtml)}</summary>\n\n${body}\n\n</details>`;
}

;// CONCATENATED MODULE: ./packages/database/lib/content-difference.js
/** What differs, of the tables and columns that were there before; those that came since are not looked at. */
function compareContents(before, after) {
    return before.flatMap((was) => compareTable(was, after.find(({ table }) => table === was.table)));
}
function compareTable(was, is) {
    const { table } = was;
    const rows = is?.rows ?? 0;
    if (rows !== was.rows)
        return [{ what: "rows", table, before: was.rows, after: rows }];
    const columns = was.columns.flatMap((column) => compareColumn(table, column, is?.columns.find(({ name }) => name === column.name)));
    const isSameShape = is !== undefined && names(was) === names(is);
    if (columns.length > 0 || !isSameShape || was.digest === is.digest)
        return columns;
    return [{ what: "mixed", table, before: was.rows, after: rows }];
}
function compareColumn(table, was, is) {
    const facts = { table, column: was.name, before: was.filled, after: is?.filled ?? 0 };
    if (facts.before !== facts.after)
        return [{ what: "values", ...facts }];
    return is === undefined || was.digest === is.digest ? [] : [{ what: "changed", ...facts }];
}
function names({ columns }) {
    return JSON.stringify(columns.map(({ name }) => name));
}
/** `users: 3 rows became 0`, `users.name: 3 values became 0`, `users.name: 3 values, and not the same as before`. Plain text, not escaped. */
function describeContentDifference({ what, table, column, before, after }) {
    if (what === "rows")
        return `${table}: ${counted(before, "row")} became ${after}`;
    if (what === "mixed")
        return `${table}: values of its ${counted(before, "row")} stand in other rows now`;
    const values = `${table}.${column ?? ""}: ${counted(before, "value")}`;
    return what === "values" ? `${values} became ${after}` : `${values}, and not the same as before`;
}
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

;// CONCATENATED MODULE: ./packages/database/lib/schema-words.js
/** Definitions that are longer are not shown: the body of a function, the text of a view. */
const MOST_SHOWN = 120;
/** Names that say what the thing is, because it has none of its own: see the catalog readers. */
const MADE_UP = /^(?:primary key|foreign key \(|unique \(|index \(|check$)/;
/** `table orders was added`, `column users.email was changed: text not null -> text`. One line for most; no full stop. */
function describeDifference({ change, object, before }) {
    const what = `${describeObject(object)} was ${change}`;
    if (before !== undefined) {
        const isShown = isShort(before.definition) && isShort(object.definition);
        return isShown ? `${what}: ${before.definition || "nothing"} -> ${object.definition || "nothing"}` : what;
    }
    const isTold = MADE_UP.test(object.name) && object.definition !== object.name && isShort(object.definition);
    return isTold ? `${what}: ${object.definition}` : what;
}
/** The first of them in words, and how many there are besides: `and 3 more`. */
function describeDifferences(differences, most = 20) {
    const left = differences.length - most;
    const lines = differences.slice(0, left > 1 ? most : undefined).map((difference) => describeDifference(difference));
    return left > 1 ? [...lines, `and ${left} more`] : lines;
}
function describeObject({ kind, of, name }) {
    if (kind === "column")
        return `column ${of}.${name}`;
    if (kind === "comment")
        return of === "" ? `comment on ${name}` : `comment on ${[of, name].filter(Boolean).join(".")}`;
    if (of === "")
        return `${kind} ${name}`;
    if (kind === "sequence")
        return `sequence of ${of}.${name}`;
    if (!MADE_UP.test(name))
        return `${kind} ${name} of ${of}`;
    return kind === "index" && name.startsWith("unique")
        ? `unique index ${name.slice("unique ".length)} of ${of}`
        : `${name} of ${of}`;
}
function isShort(definition) {
    return definition.length <= MOST_SHOWN && !definition.includes("\n");
}

;// CONCATENATED MODULE: ./actions/migration-check/lib/verdict.js
/** What one migration is: decided from what was seen when it went up, down and up. Pure. */

const MOST = 6;
/** Judges one migration. */
function judgeMigration(seen) {
    const { ids, title } = seen;
    const creates = seen.up.filter(({ change, object }) => change === "added" && isData(object.kind)).map(nameOf);
    const broken = findBroken(seen);
    if (broken.length > 0)
        return { ids, title, verdict: "irreversible", reasons: broken, creates };
    const lossy = findLossy(seen);
    return { ids, title, verdict: lossy.length > 0 ? "lossy" : "reversible", reasons: lossy, creates };
}
function findBroken(seen) {
    if (seen.noWayDown !== "")
        return [seen.noWayDown];
    if (seen.downFailed !== "")
        return [`going down fails: ${seen.downFailed}`];
    if (seen.afterDown.length > 0)
        return ["after going down the schema is not the one before:", ...words(seen.afterDown)];
    if (seen.againFailed !== "")
        return [`it cannot go up again after a rollback: ${seen.againFailed}`];
    if (seen.afterAgain.length > 0)
        return ["going up again makes another schema:", ...words(seen.afterAgain)];
    return [];
}
/** What going up takes away comes back as a shape only: the values are gone. */
function findLossy({ up, lost }) {
    const gone = up
        .filter(({ change, object }) => change === "removed" && isData(object.kind))
        .map((each) => `it drops ${each.object.kind} ${nameOf(each)}: a rollback brings it back empty`);
    const narrowed = up
        .filter(({ change, object }) => change === "changed" && object.kind === "column")
        .map((each) => `it changes ${nameOf(each)}: values that do not fit both ways are lost`);
    const counted = lost.map((each) => `after up and down ${describeContentDifference(each)}`);
    const reasons = [...counted, ...gone, ...(counted.length > 0 ? [] : narrowed)];
    return reasons.length <= MOST ? reasons : [...reasons.slice(0, MOST), `and ${reasons.length - MOST} more`];
}
function words(differences) {
    const shown = differences.slice(0, MOST).map(describeDifference);
    return differences.length <= MOST ? shown : [...shown, `and ${differences.length - MOST} more`];
}
function isData(kind) {
    return kind === "table" || kind === "column";
}
function nameOf({ object }) {
    return object.of === "" ? object.name : `${object.of}.${object.name}`;
}
/** The worst of all. */
function worst(judged) {
    if (judged.some(({ verdict }) => verdict === "irreversible"))
        return "irreversible";
    return judged.some(({ verdict }) => verdict === "lossy") ? "lossy" : "reversible";
}
/** Whether a verdict is as good as `require` asks. */
function isEnough(verdict, require) {
    if (require === "nothing" || verdict === "reversible")
        return true;
    return require === "lossy" && verdict === "lossy";
}

;// CONCATENATED MODULE: ./actions/migration-check/lib/comment.js
/** The comment of a check: what each new migration is, and what that means for the rollback button. Pure. */


/** The name under which these comments are found. */
const checkAction = "migration-check";
const signs = {
    reversible: "✅ reversible",
    lossy: "⚠️ lossy",
    irreversible: "⛔ irreversible",
};
const meanings = {
    reversible: "**The rollback button works**: it reverts them and proves that the schema is back.",
    lossy: "**The rollback button works, but does not bring everything back**: the schema returns, the data named above does not.",
    irreversible: "**The rollback button will refuse** a deployment with these. If it goes wrong, mend it forward with another migration.",
};
/** The comment's markdown, with its marker. */
function renderCheck(report) {
    const marker = (0,lib_marker/* renderMarker */.B)({ action: checkAction, key: report.label, data: {} });
    const all = [marker, ...pieces(report)];
    const shown = all.map((piece, at) => ({ full: `${piece}\n\n`, importance: all.length - at, omitted: "part" }));
    return fit(shown, COMMENT_LIMIT).text;
}
/** The same without a marker, for the step summary. */
function renderCheckSummary(report) {
    return `${pieces(report).join("\n\n")}\n`;
}
function pieces(report) {
    const { judged, label, failed } = report;
    const where = label === "" || label === "." ? "" : ` in ${code(label)}`;
    const found = [
        `## ${titleOf(report)}${where}`,
        failed === "" ? "" : escapeMarkdown(failed),
        judged.length === 0 ? "" : renderRows(judged),
        judged.length === 0 || failed !== "" ? "" : meanings[worst(judged)],
        renderCreates(judged),
        ...renderWarnings(report),
        ...report.notes.map((note) => escapeMarkdown(note)),
        judged.length === 0
            ? ""
            : `Tried with ${escapeMarkdown(report.tool)} on ${escapeMarkdown(report.place)}: up, down, up.`,
    ];
    return found.filter((piece) => piece !== "");
}
function titleOf({ judged, failed }) {
    if (failed !== "")
        return "❌ Migration check failed";
    if (judged.length === 0)
        return "✅ No new migrations";
    const verdict = worst(judged);
    const count = judged.length === 1 ? "The new migration is" : `${judged.length} new migrations:`;
    const sign = signs[verdict];
    return `${sign.slice(0, sign.indexOf(" "))} ${count} ${verdict}`;
}
function renderRows(judged) {
    const rows = judged
        .slice(0, 100)
        .map(({ title, verdict, reasons }) => [code(title), signs[verdict], reasons.map(escapeMarkdown).join("<br>")]);
    const more = judged.length > 100 ? `\n\nand ${judged.length - 100} more` : "";
    return `${table(["migration", "", "why"], rows)}${more}`;
}
function renderCreates(judged) {
    const names = judged.filter(({ verdict }) => verdict !== "irreversible").flatMap(({ creates }) => creates);
    if (names.length === 0)
        return "";
    const shown = names.slice(0, 20).map(code).join(", ");
    const more = names.length > 20 ? ` and ${names.length - 20} more` : "";
    return `What is written to ${shown}${more} after the deployment goes with a rollback; the button counts it first.`;
}
function renderWarnings({ comparison: { edited, removed, late } }) {
    const list = (ids) => ids.slice(0, 20).map(code).join(", ");
    return [
        edited.length === 0
            ? ""
            : `⚠️ Changed although the base has it: ${list(edited)}. Databases that have it do not get the change; write a new migration.`,
        removed.length === 0
            ? ""
            : `⚠️ Taken away: ${list(removed)}. Databases that have it then hold more than the checkout, and runs are refused.`,
        late.length === 0
            ? ""
            : `Stands before a migration of the base: ${list(late)}. It comes late where that one is applied.`,
    ];
}

;// CONCATENATED MODULE: ./actions/migration-check/lib/new-migrations.js
/** Compares the lists of base and head. */
function compareLists(base, head) {
    const [before, now] = [new Map(base.map((each) => [each.id, each])), new Set(head.map(({ id }) => id))];
    const old = head.filter(({ id }) => before.has(id));
    const added = head.filter(({ id }) => !before.has(id));
    const last = head.findLastIndex(({ id }) => before.has(id));
    return {
        old,
        added,
        edited: old.filter(({ id, digest }) => before.get(id)?.digest !== digest).map(({ id }) => id),
        removed: base.filter(({ id }) => !now.has(id)).map(({ id }) => id),
        order: head.map(({ id }) => id),
        late: added.filter(({ id }) => head.findIndex((each) => each.id === id) < last).map(({ id }) => id),
    };
}

;// CONCATENATED MODULE: ./packages/database/lib/content-columns.js
/** The tables of a schema whose rows are counted and compared, each with its columns by name. */

/** Tables whose rows are elsewhere, or that are made of something else than rows. */
const ELSEWHERE = /^(?:unlogged )?(?:foreign|virtual) table/;
/** The tables in the order of the schema. */
function content_columns_contentTables({ objects }) {
    const columns = new Map();
    for (const { kind, of, name, type = "" } of objects) {
        if (kind !== "column")
            continue;
        const [bare = name] = nameParts(name);
        columns.set(of, [...(columns.get(of) ?? []), { name: bare, type }]);
    }
    return objects
        .filter(({ kind, definition }) => kind === "table" && !ELSEWHERE.test(definition))
        .map(({ name }) => ({ table: name, columns: columns.get(name) ?? [] }));
}

;// CONCATENATED MODULE: ./packages/database/lib/schema-table.js


/** A table by its name in a schema: `users`, `app.users`. One without a schema of PostgreSQL is in `public`, as readSchema means it. */
function writeTable(engine, table) {
    const parts = nameParts(table);
    const whole = engine === "postgresql" && parts.length === 1 ? ["public", ...parts] : parts;
    return whole.map((part) => (0,quote/* quoteName */.A)(part, engine)).join(".");
}

;// CONCATENATED MODULE: ./packages/database/lib/content-statements.js


/** SQLite has no hash functions. Tables with more rows, or more bytes, than this are compared by lengths alone. */
const MOST_ROWS = 50_000;
const MOST_BYTES = 16_000_000;
/** Counts the rows of a table: `n`. Of PostgreSQL only its own, not those of its partitions and heirs, which are tables themselves. */
function content_statements_rowCountStatement(engine, { table }) {
    return `SELECT count(*) AS n FROM ${from(engine, table)}`;
}
/** One statement; for SQLite a second one that gives the rows themselves. */
function contentStatementsOf(engine, { table, columns }) {
    const names = columns.map((column) => (0,quote/* quoteName */.A)(column.name, engine));
    const counts = names.map((name, at) => `count(${name}) AS c${at}`);
    const sums = columns.map((column, at) => `${digests[engine].column(names[at] ?? "", column)} AS d${at}`);
    const rows = names.length === 0 ? [] : [`${digests[engine].row(names, columns)} AS d`];
    const profile = `SELECT ${["count(*) AS n", ...counts, ...sums, ...rows].join(", ")} FROM ${from(engine, table)}`;
    return engine === "sqlite" && names.length > 0 ? [profile, rowsStatement(from(engine, table), names)] : [profile];
}
function from(engine, table) {
    return `${engine === "postgresql" ? "ONLY " : ""}${writeTable(engine, table)}`;
}
const digests = {
    postgresql: {
        column: (name) => `sum(hashtextextended(${name}::text COLLATE "C", 0))::text`,
        row: (names) => `sum(hashtextextended(ROW(${names.join(", ")})::text COLLATE "C", 0))::text`,
    },
    mysql: {
        column: (name, column) => mysqlSum(mysqlHash(name, column)),
        row: (names, columns) => {
            const hashes = columns.map((column, at) => `IFNULL(${mysqlHash(names[at] ?? "", column)}, '-')`);
            return mysqlSum(`SHA2(CONCAT(${hashes.join(", ")}), 256)`);
        },
    },
    sqlite: {
        column: (name) => `total(length(quote(${name})))`,
        row: (names) => `total(${names.map((name) => `length(quote(${name}))`).join(" + ")})`,
    },
};
/** Shapes have no text: https://dev.mysql.com/doc/refman/8.4/en/spatial-type-overview.html */
const SHAPE = /^(?:geom|point|linestring|polygon|multi)/i;
function mysqlHash(name, { type }) {
    return `SHA2(${SHAPE.test(type) ? `ST_AsBinary(${name})` : name}, 256)`;
}
/** 60 bits of each hash. */
function mysqlSum(hash) {
    return `CAST(SUM(CAST(CONV(LEFT(${hash}, 15), 16, 10) AS UNSIGNED)) AS CHAR)`;
}
/** The rows as texts (`c0` …) where they are few and small enough to be read; none otherwise. */
function rowsStatement(table, names) {
    const size = names.map((name) => `length(quote(${name}))`).join(" + ");
    const isSmall = `(SELECT count(*) <= ${MOST_ROWS} AND total(${size}) <= ${MOST_BYTES} FROM ${table})`;
    return `SELECT ${names.map((name, at) => `quote(${name}) AS c${at}`).join(", ")} FROM ${table} WHERE ${isSmall}`;
}

;// CONCATENATED MODULE: ./packages/database/lib/content.js
/** What the tables of a database hold, so that "down, up" can be seen to lose values. For databases that are thrown away: all is read. */



/** Statements that count the rows of all tables of a schema, for readRowCounts. */
function rowCountStatements(schema) {
    return contentTables(schema).map((table) => rowCountStatement(schema.engine, table));
}
/** How many rows each table has. @param schema the same one */
function readRowCounts(schema, answers) {
    return new Map(contentTables(schema).map(({ table }, at) => [table, Number(answers[at]?.[0]?.["n"] ?? 0)]));
}
/** Statements that tell what all tables of a schema hold, for readContent. Each table is read as a whole. */
function contentStatements(schema) {
    return content_columns_contentTables(schema).flatMap((table) => contentStatementsOf(schema.engine, table));
}
/**
 * What the tables hold. Digests can be compared within one database. Of SQLite they are exact for tables up to 50,000 rows and
 * 16 MB; beyond that they are sums of lengths.
 * @param schema the same one
 */
function readContent(schema, answers) {
    let next = 0;
    return content_columns_contentTables(schema).map((table) => {
        const own = answers.slice(next, next + contentStatementsOf(schema.engine, table).length);
        next += own.length;
        const [[profile = {}] = [], rows = []] = own;
        const columns = table.columns.map(({ name }, at) => {
            const filled = Number(profile[`c${at}`] ?? 0);
            const texts = rows.map((row) => String(row[`c${at}`]));
            return {
                name,
                filled,
                digest: rows.length > 0 ? digestOf("column", texts.sort()) : String(profile[`d${at}`] ?? ""),
            };
        });
        const texts = rows.map((row) => JSON.stringify(table.columns.map((_, at) => row[`c${at}`])));
        const digest = rows.length > 0 ? digestOf("rows", texts.sort()) : String(profile["d"] ?? "");
        return { table: table.table, rows: Number(profile["n"] ?? 0), digest, columns };
    });
}

;// CONCATENATED MODULE: ./packages/database/lib/schema-difference.js
/** How one schema differs from another. */

const ORDER = "schema extension type sequence table partition column constraint index".split(" ");
/**
 * What was added, removed and changed from `before` to `after`, by table. What comes or goes with its table, view or column is not
 * told by itself. Empty exactly when both have the same fingerprint.
 */
function compareSchemas(before, after) {
    const was = byName(before);
    const is = byName(after);
    const differences = [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => differencesOf(was.get(key) ?? [], is.get(key) ?? []));
    const owners = new Set(differences.flatMap(({ change, object }) => (isOwner(object) ? [ownerKey(change, object)] : [])));
    return differences.filter((difference) => !comesAlong(difference, owners)).sort(compareDifferences);
}
/** Objects by what tells them apart. Several that the database named itself can share a name. */
function byName({ objects }) {
    const groups = new Map();
    for (const object of objects) {
        const key = JSON.stringify([object.kind, object.of, object.name]);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [object]);
        else
            group.push(object);
    }
    return groups;
}
function differencesOf(was, is) {
    const gone = without(was, is);
    const come = without(is, was);
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => {
        const [before, object] = [gone[at], come[at]];
        if (object === undefined)
            return before === undefined ? [] : [{ change: "removed", object: before }];
        return before === undefined ? [{ change: "added", object }] : [{ change: "changed", object, before }];
    }).flat();
}
/** The objects whose definitions are not among the others', each of which stands for one. */
function without(objects, others) {
    const left = others.map(({ definition }) => definition);
    return objects.filter(({ definition }) => {
        const at = left.indexOf(definition);
        if (at >= 0)
            left.splice(at, 1);
        return at < 0;
    });
}
/** Whether others stand and fall with it. */
function isOwner({ kind, of }) {
    return kind === "column" || (of === "" && (kind === "table" || kind === "view"));
}
function ownerKey(change, { kind, of, name }) {
    return JSON.stringify(kind === "column" ? [change, of, name] : [change, name]);
}
function comesAlong({ change, object }, owners) {
    const { kind, of, name } = object;
    if (change === "changed" || of === "")
        return false;
    if (owners.has(JSON.stringify([change, of])))
        return true;
    return (kind === "sequence" || kind === "comment") && owners.has(JSON.stringify([change, of, name]));
}
function compareDifferences({ change: leftChange, object: left }, right) {
    const rank = (object) => (ORDER.indexOf(object.kind) + ORDER.length + 1) % (ORDER.length + 1);
    return ((0,text_order/* compareCodeUnits */.U)(left.of || left.name, right.object.of || right.object.name) ||
        rank(left) - rank(right.object) ||
        (0,text_order/* compareCodeUnits */.U)(left.name, right.object.name) ||
        (0,text_order/* compareCodeUnits */.U)(leftChange, right.change));
}

;// CONCATENATED MODULE: ./actions/migration-check/lib/round-trip.js
/** Takes the new migrations up, down and up on a throwaway database, and notes what is seen. */



/**
 * Applies what the base has.
 * @throws Failure `tool-failed` when one of them fails: then nothing can be said about what is new
 */
async function applyOld(trip, old) {
    for (;;) {
        trip.cancelled.throwIfAborted();
        const { ids } = await takeSnapshot(trip.place);
        const left = old.filter(({ id }) => !ids.includes(id));
        if (left.length === 0)
            return;
        const step = trip.place.adapter.up(left, situationOf(trip, ids));
        const failed = await go(trip, step.command, `apply ${step.applies.join(", ")} (of the base)`);
        const now = await takeSnapshot(trip.place);
        const missing = step.applies.find((id) => !now.ids.includes(id));
        if (failed !== "" || missing !== undefined)
            throw oldFailed(missing ?? step.applies[0] ?? "", failed);
    }
}
/** Looks at the schema and at what is in it. */
async function look({ place }) {
    const snapshot = await takeSnapshot(place);
    const { query } = place.executor;
    const { schema } = snapshot;
    if (query === undefined || schema === undefined)
        return { snapshot, contents: [] };
    return { snapshot, contents: readContent(schema, await query(contentStatements(schema))) };
}
/** Whether the tool can apply one migration without the others. */
function goesOneByOne(trip, added) {
    return added.length < 2 || trip.place.adapter.up(added, situationOf(trip, [])).applies.length < added.length;
}
/**
 * Takes a group of migrations (one, where the tool can) up, down and up. Resolves with what was seen; the database then has them.
 * `isAlone`: nothing else is pending; otherwise the tool applies what the base has in the same command, and nothing is known of
 * the schema before.
 * @throws Failure `tool-failed`
 */
async function roundTrip(trip, group, isAlone) {
    const before = isAlone ? await look(trip) : undefined;
    const failed = await up(trip, group);
    if (failed !== "")
        throw upFailed(group, failed);
    const after = await look(trip);
    const seen = { ...describeGroup(group), ...nothingSeen, up: before === undefined ? [] : differences(before, after) };
    const noWayDown = group.map((each) => wayDown(trip, each)).find((why) => why !== "") ?? "";
    if (noWayDown !== "")
        return { ...seen, noWayDown };
    const downFailed = await down(trip, group.toReversed());
    if (downFailed !== "")
        return { ...seen, downFailed };
    const again = await look(trip);
    const afterDown = before === undefined ? [] : differences(before, again);
    const lost = before === undefined || afterDown.length > 0 ? [] : compareContents(before.contents, again.contents);
    const againFailed = await up(trip, group);
    if (againFailed !== "")
        return { ...seen, afterDown, lost, againFailed };
    const last = await look(trip);
    return { ...seen, afterDown, lost, afterAgain: differences(after, last) };
}
const nothingSeen = { noWayDown: "", downFailed: "", afterDown: [], lost: [], againFailed: "", afterAgain: [] };
function describeGroup(group) {
    return { ids: group.map(({ id }) => id), title: group.map(({ title }) => title).join(", ") };
}
/** Why it cannot go down; "" when it can, as far as its script tells. */
function wayDown({ place: { adapter } }, { down: kind }) {
    if (adapter.forwardOnly !== undefined)
        return adapter.forwardOnly;
    if (kind === "none")
        return "it has no down";
    return kind === "empty" ? "its down does nothing" : "";
}
/** Applies all of a group; "" when they are applied, else why not. */
async function up(trip, group) {
    for (;;) {
        const { ids } = await takeSnapshot(trip.place);
        const left = group.filter(({ id }) => !ids.includes(id));
        if (left.length === 0)
            return "";
        const step = trip.place.adapter.up(left, situationOf(trip, ids));
        const failed = await go(trip, step.command, `apply ${step.applies.join(", ")}`);
        const now = await takeSnapshot(trip.place);
        if (failed !== "")
            return failed;
        if (now.half.length > 0)
            return "the tool marks it as not finished";
        if (!step.applies.every((id) => now.ids.includes(id))) {
            return "the tool says it did, and it is not among the applied ones";
        }
    }
}
/** Reverts a group in the order given; "" when they are reverted, else why not. */
async function down(trip, group) {
    for (const migration of group) {
        const { ids } = await takeSnapshot(trip.place);
        const step = trip.place.adapter.down(migration, situationOf(trip, ids));
        if (step === undefined)
            return `${trip.place.adapter.title} cannot revert exactly ${migration.title}`;
        const failed = await go(trip, step.command, `revert ${migration.title}`);
        const now = await takeSnapshot(trip.place);
        if (failed !== "")
            return failed;
        if (now.ids.includes(migration.id))
            return "the tool says it did, and it is still among the applied ones";
    }
    return "";
}
/** Runs a command; "" when it went well. */
async function go({ place, cancelled }, command, title) {
    cancelled.throwIfAborted();
    const ending = await place.executor.run(command, { title: `${place.adapter.title}: ${title}` });
    cancelled.throwIfAborted();
    if (ending.kind === "exited" && ending.exitCode === 0)
        return "";
    return ending.cause === "" ? `it ended with exit code ${ending.exitCode ?? "none"}` : ending.cause;
}
function situationOf({ place, migrations }, applied) {
    return { settings: place.settings, migrations, applied };
}
/** Without the schema as data only its fingerprint can be compared. */
function differences(from, to) {
    const [a, b] = [from.snapshot.schema, to.snapshot.schema];
    if (a !== undefined && b !== undefined)
        return compareSchemas(a, b);
    if (from.snapshot.fingerprint === to.snapshot.fingerprint)
        return [];
    const object = { kind: "schema", of: "", name: "as schema-command prints it", definition: to.snapshot.fingerprint };
    return [{ change: "changed", object, before: { ...object, definition: from.snapshot.fingerprint } }];
}
function upFailed(group, why) {
    return new failure/* Failure */.HR({
        reason: "tool-failed",
        what: `${describeGroup(group).title} cannot be applied: ${why}`,
        remedy: "Mend the migration; it was tried on a database that has all migrations of the base.",
    });
}
function oldFailed(id, why) {
    return new failure/* Failure */.HR({
        reason: "tool-failed",
        what: `${id}, which the base has already, cannot be applied to an empty database: ${why === "" ? "it was left out" : why}`,
        remedy: "The migrations of the base have to build the schema from nothing; or they need the same kind of database as production.",
    });
}

;// CONCATENATED MODULE: ./actions/migration-check/lib/run.js






/** Checks, and resolves with what the step says. */
async function run(step) {
    const { inputs, context, deps } = step;
    if (context.isUntrusted)
        throw untrusted();
    const place = await deps.openPlace();
    try {
        const comparison = await run_compare(step, place);
        if (comparison.added.length === 0 || inputs["dry-run"])
            return await conclude(step, place, comparison, { judged: [] });
        const judged = [];
        try {
            await tryAll({ step, place, comparison, judged });
            return await conclude(step, place, comparison, { judged });
        }
        catch (thrown) {
            deps.host.cancelled.throwIfAborted();
            return await conclude(step, place, comparison, { judged, failure: (0,failure/* toFailure */.w2)(thrown) });
        }
    }
    finally {
        await place.executor.close();
    }
}
async function run_compare({ deps }, { adapter, settings }) {
    const head = await adapter.list(deps.files, settings);
    const base = head === undefined ? undefined : await adapter.list(await deps.openBase(), settings);
    if (head !== undefined && base !== undefined)
        return compareLists(base, head);
    throw new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `Which migrations are new cannot be told: ${adapter.title} alone knows where they are`,
        remedy: "Name their directory in migrations-directory.",
    });
}
async function tryAll({ step, place, comparison, judged }) {
    const { log, cancelled } = step.deps.host;
    const { old, added } = comparison;
    await requireEmpty(place);
    const trip = { place, migrations: [...old, ...added].toSorted(byOrder(comparison)), log, cancelled };
    const isOneByOne = goesOneByOne(trip, added);
    const isAlone = isOneByOne || old.length === 0;
    if (isAlone)
        await applyOld(trip, old);
    if (isAlone)
        await seed(step, place);
    const groups = isOneByOne ? added.map((each) => [each]) : [added];
    for (const group of groups)
        judged.push(judgeMigration(await roundTrip(trip, group, isAlone)));
}
/** The tool's own order: that of the head's list. */
function byOrder({ order }) {
    return (a, b) => order.indexOf(a.id) - order.indexOf(b.id);
}
/** Everything in the database is changed: one that holds anything is not thrown away by mistake. */
async function requireEmpty(place) {
    const { ids, schema } = await takeSnapshot(place);
    // A new database of PostgreSQL has a schema, and whatever its template brings along.
    const first = schema?.objects.find(({ kind }) => kind !== "schema" && kind !== "extension");
    if (ids.length === 0 && first === undefined)
        return;
    const what = ids.length > 0 ? `${ids.length} migrations are applied` : `${first?.kind ?? ""} ${first?.name ?? ""} is there`;
    throw new failure/* Failure */.HR({
        reason: "not-empty",
        what: `The database of the check is not empty: ${what}`,
        remedy: "Give an empty throwaway database: one of the job's services, or a new sqlite file.",
    });
}
async function seed({ inputs }, { executor }) {
    const [program, ...rest] = inputs["seed-command"];
    if (program === undefined)
        return;
    const ending = await executor.run({ argv: [program, ...rest], environment: {} }, { title: "seed-command" });
    if (ending.kind === "exited" && ending.exitCode === 0)
        return;
    throw new failure/* Failure */.HR({
        reason: "tool-failed",
        what: `seed-command failed: ${ending.cause}`,
        remedy: "Run it by hand on a database that has the migrations of the base.",
    });
}
async function conclude(step, place, comparison, { judged, failure }) {
    const { inputs, deps } = step;
    const isDry = inputs["dry-run"];
    const ids = comparison.added.map(({ id }) => id);
    const reached = judged.flatMap((each) => each.ids);
    // Before they are escaped: afterwards nobody would find a secret in them.
    const redact = (text) => deps.host.redactor.redact(text);
    const report = {
        label: inputs.label === "" ? inputs["working-directory"] : inputs.label,
        tool: place.adapter.title,
        place: titles[place.executor.engine],
        judged: judged.map((each) => ({ ...each, reasons: each.reasons.map(redact) })),
        comparison,
        failed: failure === undefined ? "" : redact(`${failure.what}. ${failure.remedy}`),
        notes: isDry && ids.length > 0 ? [`A dry run: not tried: ${ids.join(", ")}`] : [],
    };
    const comment = await publish(step, report, ids.length > 0);
    const verdict = worst(judged);
    const result = failure !== undefined ? "failed" : judged.length === 0 ? "nothing-to-do" : verdict;
    const bad = failure ?? (judged.length === 0 ? undefined : tooLittle(judged, inputs.require));
    if (bad === undefined)
        deps.host.log.info(judged.length === 0 ? "No new migrations" : `The new migrations are ${verdict}`);
    return {
        outputs: {
            result,
            "failure-reason": bad?.reason ?? "",
            applied: reached,
            reverted: judged.filter((each) => each.verdict !== "irreversible").flatMap((each) => each.ids),
            pending: ids.filter((id) => !reached.includes(id)),
            migrations: judged.flatMap((each) => each.ids.map((id) => ({ id, verdict: each.verdict, reasons: [...each.reasons] }))),
            ...comment,
        },
        summary: renderCheckSummary(report),
        ...(bad === undefined ? {} : { failure: bad }),
    };
}
const titles = { postgresql: "PostgreSQL", mysql: "MySQL or MariaDB", sqlite: "SQLite" };
/** The verdict is not as good as it must be. */
function tooLittle(judged, require) {
    const verdict = worst(judged);
    if (isEnough(verdict, require))
        return undefined;
    const found = judged.find((each) => each.verdict === verdict);
    return new failure/* Failure */.HR({
        reason: verdict,
        result: verdict,
        what: `${found?.title ?? ""} is ${verdict}: ${found?.reasons.join(" ") ?? ""}`,
        remedy: verdict === "lossy"
            ? "Keep what it takes away until a later deployment, or set require: lossy when the loss is meant."
            : "Give it a down that undoes it; or set require: nothing when it is meant to be irreversible: the rollback button will refuse it.",
    });
}
async function publish({ inputs, context, deps }, report, hasNew) {
    const { owner, repo, pullRequest } = context;
    if (inputs.comment === "never" || pullRequest === undefined || inputs["github-token"] === "" || inputs["dry-run"])
        return {};
    try {
        const github = await deps.github();
        const written = await github.upsertComment({
            owner,
            repo,
            pullRequest: pullRequest.number,
            action: checkAction,
            key: report.label,
            body: deps.host.redactor.redact(renderCheck(report)),
            ...(inputs.comment === "changes" && !hasNew ? { isOnlyUpdate: true } : {}),
        });
        return { "comment-id": written.id === 0 ? "" : String(written.id), "comment-url": written.url };
    }
    catch (thrown) {
        const { what, remedy } = (0,failure/* toFailure */.w2)(thrown);
        deps.host.log.warning(`The comment could not be written: ${what} ${remedy}`);
        return {};
    }
}
function untrusted() {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: "This event runs code of a fork with the repository's secrets (pull_request_target)",
        remedy: "Run the check on pull_request.",
    });
}


/***/ }),

/***/ 2303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderMarker),
/* harmony export */   g: () => (/* binding */ parseMarker)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/**
 * The marker by which a comment of ours is found again: an html comment at the very first byte of the body.
 * It identifies, it does not prove: whoever can write comments can write markers. See marker-mac.ts and the comment's author.
 */

const START = "<!-- handrail:";
const ACTION = /^[a-z0-9][a-z0-9-]{0,63}$/;
const NO_NONCE = "0".repeat(16);
const NONCE = /^[A-Za-z0-9_-]{16}$/;
const MAX_SINCE = 9_999_999_999;
/** Longer payloads are not ours: markers carry names and hashes. */
const MAX_PAYLOAD = 16_384;
/**
 * The marker as text, without a line end. The data is base64url, so that nothing in it can end the html comment.
 * Its length does not depend on nonce and since: a body that fits the limit still fits when they are filled in.
 * @throws RangeError when the action's name is not one, a number is not finite or the whole is too long
 */
function renderMarker(marker) {
    if (!ACTION.test(marker.action))
        throw new RangeError(`"${marker.action}" cannot name an action in a marker`);
    const { nonce = NO_NONCE, since = 0 } = marker;
    if (!NONCE.test(nonce))
        throw new RangeError("a marker's nonce has 16 characters of base64url");
    if (!isSince(since))
        throw new RangeError("a marker's time is seconds since 1970");
    const entries = Object.entries(marker.data);
    if (entries.some(([, value]) => !isValue(value)))
        throw new RangeError("a marker carries texts, finite numbers and booleans");
    const content = { k: marker.key, d: entries, m: marker.mac ?? "", n: nonce, s: String(since).padStart(10, "0") };
    const payload = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(JSON.stringify(content)).toString("base64url");
    if (payload.length > MAX_PAYLOAD)
        throw new RangeError("the marker's data is too long");
    return `${START}${marker.action} ${payload} -->`;
}
/** The marker at the start of a comment's body; undefined when there is none or it is not exactly as we write it. Never throws. */
function parseMarker(body) {
    if (!body.startsWith(START))
        return undefined;
    const head = body.slice(START.length, START.length + MAX_PAYLOAD + 128);
    const space = head.indexOf(" ");
    const end = head.indexOf(" -->", space + 1);
    if (space < 0 || end < 0)
        return undefined;
    const action = head.slice(0, space);
    const payload = head.slice(space + 1, end);
    if (!ACTION.test(action) || payload.length > MAX_PAYLOAD || !/^[A-Za-z0-9_-]+$/.test(payload))
        return undefined;
    const marker = parseContent(action, node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(payload, "base64url").toString());
    // One spelling for one content: what does not render to the same bytes was not written by us.
    return marker !== undefined && body.startsWith(renderMarker(marker)) ? marker : undefined;
}
function parseContent(action, json) {
    let content;
    try {
        content = JSON.parse(json);
    }
    catch {
        return undefined;
    }
    if (typeof content !== "object" || content === null)
        return undefined;
    const [key, entries, mac, nonce, since] = ["k", "d", "m", "n", "s"].map((name) => Object.hasOwn(content, name) ? Reflect.get(content, name) : undefined);
    const data = parseData(entries);
    if (typeof key !== "string" || typeof mac !== "string" || data === undefined)
        return undefined;
    if (typeof nonce !== "string" || !NONCE.test(nonce))
        return undefined;
    if (typeof since !== "string" || !/^[0-9]{10}$/.test(since))
        return undefined;
    return {
        action,
        key,
        data,
        ...(mac === "" ? {} : { mac }),
        ...(nonce === NO_NONCE ? {} : { nonce }),
        ...(Number(since) === 0 ? {} : { since: Number(since) }),
    };
}
/** Pairs into a record without a prototype, so that a key like `__proto__` is a key. */
function parseData(entries) {
    if (!Array.isArray(entries))
        return undefined;
    const data = Object.create(null);
    for (const entry of entries) {
        if (!Array.isArray(entry) || entry.length !== 2)
            return undefined;
        const [name, value] = entry;
        if (typeof name !== "string" || !isValue(value) || Object.hasOwn(data, name))
            return undefined;
        data[name] = value;
    }
    return data;
}
function isValue(value) {
    return (typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)));
}
function isSince(since) {
    return Number.isInteger(since) && since >= 0 && since <= MAX_SINCE;
}


/***/ })

};

