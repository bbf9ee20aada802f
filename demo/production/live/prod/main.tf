terraform {
  required_version = ">= 1.5"
}

variable "database_password" {
  type      = string
  sensitive = true
}

module "network" {
  source = "../../modules/network"
  name   = "prod"
  cidr   = "10.20.0.0/16"
  zones  = ["eu-west-1a", "eu-west-1b"]
}

module "database" {
  source         = "../../modules/database"
  name           = "orders"
  engine_version = "15.4"
  storage_gb     = 200
  network        = module.network.id
  password       = var.database_password
}

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

module "reports" {
  source   = "../../modules/service"
  name     = "reports"
  image    = "reports:0.9.2"
  replicas = 1
  network  = module.network.id
  actions  = ["s3:*"]
}

resource "terraform_data" "dns" {
  input = { zone = "shop.example", records = ["checkout", "reports"] }
}
