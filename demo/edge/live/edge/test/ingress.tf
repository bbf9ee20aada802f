module "ingress" {
  source  = "shop/ingress/generic"
  version = "~> 2.1.0"

  name  = "edge-test"
  zones = ["eu-west-1a"]
  allow = ["10.0.0.0/8"]
}

output "gateway" {
  value = module.ingress.gateway
}
