/** Generates the Terraform configurations that the bench plans: built-in resources only, so nothing is downloaded. */

/** A root module with `count` resources whose values are as nested as real ones. */
export function renderConfiguration(count: number): string {
  const blocks = Array.from({ length: count }, (_, index) => {
    return `resource "terraform_data" "service_${index}" {
  input = {
    name    = "service-${index}"
    size    = ${index % 7}
    enabled = ${index % 2 === 0}
    tags    = { team = "team-${index % 13}", environment = "production" }
    rules   = [for port in [80, 443, ${8000 + (index % 1000)}] : { port = port, cidr = "10.${index % 250}.0.0/16" }]
  }
}
`;
  });
  return blocks.join("\n");
}
