# The names of what is reached from outside.

variable "zone" { type = string }
variable "records" { type = map(string) }

resource "terraform_data" "record" {
  for_each = var.records
  input = {
    name   = "${each.key}.${var.zone}"
    target = each.value
    ttl    = 300
  }
}
