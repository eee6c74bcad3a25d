//HintName: Customer.g.cs
partial class Customer
{
    public string Greet() => "TestProject: ";
}