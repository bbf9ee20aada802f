module "search" {
  source   = "../../modules/service"
  name     = "search"
  image    = "search:2.0.1"
  replicas = 2
  network  = module.network.id
  actions  = ["s3:GetObject"]
}
