# The names of what is reached from outside.

variable "zone" { type = string }
variable "records" { type = map(string) }
variable "ttl" {
  description = "How long a name may be remembered, in seconds."
  type        = number
  default     = 300
}

resource "terraform_data" "record" {
  for_each = var.records
  input = {
    name   = "${each.key}.${var.zone}"
    target = each.value
    ttl    = var.ttl
  }
}
