//HintName: Account.g.cs
partial class Account
{
    public string Greet() => "TestProject: Owner";
}