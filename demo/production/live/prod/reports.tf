module "reports" {
  source   = "../../modules/service"
  name     = "reports"
  image    = "reports:0.9.2"
  replicas = 1
  network  = module.network.id
  actions  = ["s3:*"]
}
