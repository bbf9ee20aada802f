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
  zones  = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
}

module "database" {
  source         = "../../modules/database"
  name           = "orders"
  engine_version = "16.3"
  storage_gb     = 400
  network        = module.network.id
  password       = var.database_password
}

module "checkout" {
  source   = "../../modules/service"
  name     = "checkout"
  image    = "checkout:1.15.0"
  replicas = 4
  network  = module.network.id
  actions  = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
  environment = {
    DATABASE_URL = "postgres://shop:${var.database_password}@orders.db.shop.example:5432/orders"
    LOG_LEVEL    = "warning"
  }
}

module "search" {
  source   = "../../modules/service"
  name     = "search"
  image    = "search:2.0.1"
  replicas = 2
  network  = module.network.id
  actions  = ["s3:GetObject"]
}

resource "terraform_data" "zone" {
  input = { zone = "shop.example", records = ["checkout", "search"] }
}

moved {
  from = terraform_data.dns
  to   = terraform_data.zone
}

check "zones" {
  assert {
    condition     = length(module.network.zones) <= 2
    error_message = "There are more zones than the on-call runbook describes."
  }
}
