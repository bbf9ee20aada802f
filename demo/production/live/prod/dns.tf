resource "terraform_data" "dns" {
  input = { zone = "shop.example", records = ["checkout", "reports"] }
}
