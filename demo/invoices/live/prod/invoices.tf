variable "registry" {
  description = "Address of the service registry, where a new service announces itself."
  type        = string
}

module "invoices" {
  source   = "../../modules/service"
  name     = "invoices"
  image    = "invoices:1.0.0"
  replicas = 2
  network  = module.network.id
  actions  = ["s3:GetObject", "s3:PutObject"]
}

resource "terraform_data" "announcement" {
  input = { service = "invoices", url = module.invoices.url }

  provisioner "local-exec" {
    command     = "node announce.mjs invoices"
    environment = { REGISTRY = var.registry }
  }
  depends_on = [module.invoices]
}
