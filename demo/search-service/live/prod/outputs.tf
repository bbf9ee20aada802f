output "checkout_url" {
  value = module.checkout.url
}

output "search_url" {
  value = module.search.url
}

output "services" {
  value = ["checkout", "search"]
}

output "database_endpoint" {
  value = module.database.endpoint
}
