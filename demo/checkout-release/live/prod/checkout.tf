module "checkout" {
  source   = "../../modules/service"
  name     = "checkout"
  image    = "checkout:1.16.0"
  replicas = 5
  network  = module.network.id
  actions  = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
  environment = {
    DATABASE_URL = "postgres://shop:${var.database_password}@orders.db.shop.example:5432/orders"
    LOG_LEVEL    = "warning"
  }
}
