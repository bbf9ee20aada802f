# The way in: a gateway, and who may pass it. A gateway in three zones or more is of another kind, which means a new one.

variable "name" { type = string }
variable "zones" { type = list(string) }
variable "allow" { type = list(string) }

resource "terraform_data" "gateway" {
  triggers_replace = {
    name = var.name
    tier = length(var.zones) > 2 ? "zonal" : "standard"
  }
  input = {
    zones        = var.zones
    idle_timeout = 350
  }
}

resource "terraform_data" "rule" {
  input = {
    gateway = terraform_data.gateway.id
    allow   = var.allow
  }
}

output "gateway" { value = terraform_data.gateway.id }
