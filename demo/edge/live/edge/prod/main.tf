terraform {
  required_version = ">= 1.5"

  backend "http" {
    address        = "https://state.shop.example/edge-prod"
    lock_address   = "https://state.shop.example/edge-prod"
    unlock_address = "https://state.shop.example/edge-prod"
  }
}
