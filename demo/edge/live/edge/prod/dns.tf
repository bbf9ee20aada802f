module "dns" {
  source  = "shop/dns/generic"
  version = "~> 1.4.0" # patches come by themselves

  zone = "shop.example"
  records = {
    checkout = "edge-prod"
    search   = "edge-prod"
  }
}
