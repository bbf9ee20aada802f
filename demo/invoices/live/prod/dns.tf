resource "terraform_data" "zone" {
  input      = { zone = "shop.example", records = ["checkout", "search", "invoices"] }
  depends_on = [terraform_data.announcement]
}

moved {
  from = terraform_data.dns
  to   = terraform_data.zone
}
