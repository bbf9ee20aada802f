module "database" {
  source         = "../../modules/database"
  name           = "orders"
  engine_version = "15.4"
  storage_gb     = 200
  network        = module.network.id
  password       = var.database_password
}
