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
export const mysqlStatements: readonly string[] = [
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
