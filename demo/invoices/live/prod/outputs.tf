output "checkout_url" {
  value = module.checkout.url
}

output "search_url" {
  value = module.search.url
}

output "invoices_url" {
  value = module.invoices.url
}

output "services" {
  value = ["checkout", "search", "invoices"]
}

output "database_endpoint" {
  value = module.database.endpoint
}
