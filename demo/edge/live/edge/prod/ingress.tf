module "ingress" {
  source  = "shop/ingress/generic"
  version = "~> 2.1.0"

  name  = "edge-prod"
  zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  allow = ["0.0.0.0/0"]
}

output "gateway" {
  value = module.ingress.gateway
}
