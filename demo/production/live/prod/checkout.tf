module "checkout" {
  source   = "../../modules/service"
  name     = "checkout"
  image    = "checkout:1.14.0"
  replicas = 3
  network  = module.network.id
  actions  = ["s3:GetObject", "s3:PutObject"]
  environment = {
    DATABASE_URL = "postgres://shop:${var.database_password}@orders.db.shop.example:5432/orders"
    LOG_LEVEL    = "info"
  }
}
