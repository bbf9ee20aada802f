# A database. Another engine version or name means a new one.

variable "name" { type = string }
variable "engine_version" { type = string }
variable "storage_gb" { type = number }
variable "network" { type = string }
variable "password" {
  type      = string
  sensitive = true
}

resource "terraform_data" "instance" {
  triggers_replace = {
    name           = var.name
    engine_version = var.engine_version
  }
  input = {
    storage_gb = var.storage_gb
    network    = var.network
    username   = "shop"
    password   = var.password
  }
}

output "endpoint" { value = "${var.name}.db.shop.example:5432" }
