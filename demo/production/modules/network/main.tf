# A network with one subnet for each zone.

variable "name" { type = string }
variable "cidr" { type = string }
variable "zones" { type = list(string) }

resource "terraform_data" "vpc" {
  input = {
    name        = var.name
    cidr        = var.cidr
    dns_support = true
  }
}

resource "terraform_data" "subnet" {
  for_each = toset(var.zones)
  input = {
    vpc  = terraform_data.vpc.id
    zone = each.key
    cidr = cidrsubnet(var.cidr, 8, index(var.zones, each.key))
  }
}

output "id" { value = terraform_data.vpc.id }
output "zones" { value = var.zones }
