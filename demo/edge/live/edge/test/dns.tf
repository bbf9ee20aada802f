module "dns" {
  source  = "shop/dns/generic"
  version = "~> 1.4.0" # patches come by themselves

  zone = "test.shop.example"
  records = {
    checkout = "edge-test"
    search   = "edge-test"
  }
}
