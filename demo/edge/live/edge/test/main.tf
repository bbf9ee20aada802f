terraform {
  required_version = ">= 1.5"

  backend "http" {
    address        = "https://state.shop.example/edge-test"
    lock_address   = "https://state.shop.example/edge-test"
    unlock_address = "https://state.shop.example/edge-test"
  }
}
