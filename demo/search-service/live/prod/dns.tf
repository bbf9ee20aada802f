resource "terraform_data" "zone" {
  input = { zone = "shop.example", records = ["checkout", "search"] }
}

moved {
  from = terraform_data.dns
  to   = terraform_data.zone
}
