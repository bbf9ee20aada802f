terraform {
  required_version = ">= 1.5"

  backend "http" {}
}

variable "database_password" {
  type      = string
  sensitive = true
}
