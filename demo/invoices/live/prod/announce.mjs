// Tells the service registry that there is a new service.
const [name] = process.argv.slice(2);
const { status } = await fetch(`${process.env.REGISTRY}/services/${name}`, { method: "PUT" });
if (status !== 201) {
  console.error(`The service registry answered ${status}: ${name} was not announced.`);
  process.exit(1);
}
console.log(`${name} was announced.`);
