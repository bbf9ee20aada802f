module "database" {
  source         = "../../modules/database"
  name           = "orders"
  engine_version = "16.3"
  storage_gb     = 400
  network        = module.network.id
  password       = var.database_password
}
