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
const arms: readonly string[] = [
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
export const kindsByCode: Readonly<Record<string, string>> = {
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
export const postgresqlStatements: readonly string[] = [catalog];
