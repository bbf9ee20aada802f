output "checkout_url" {
  value = module.checkout.url
}

output "services" {
  value = ["checkout", "reports"]
}

output "database_endpoint" {
  value = module.database.endpoint
}
