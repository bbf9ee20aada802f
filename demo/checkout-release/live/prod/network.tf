module "network" {
  source = "../../modules/network"
  name   = "prod"
  cidr   = "10.20.0.0/16"
  zones  = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
}

check "zones" {
  assert {
    condition     = length(module.network.zones) <= 3
    error_message = "There are more zones than the on-call runbook describes."
  }
}
