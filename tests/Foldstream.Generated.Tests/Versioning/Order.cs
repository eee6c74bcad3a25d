namespace Foldstream.Generated.Tests;

[Aggregate("order")]
internal sealed partial class Order
{
    public string Customer { get; private set; } = "";

    public int Lines { get; private set; }

    public void Place(string first, string last) => Raise(new OrderPlaced(first, last, 1));

    private void Apply(OrderPlaced e) => (Customer, Lines) = ($"{e.LastName}, {e.FirstName}", e.Lines);
}

[Decider("basket")]
internal sealed partial record Basket(string Articles)
{
    public static Basket InitialState => new("");

    private static Basket Evolve(Basket state, LineAdded e) => new($"{state.Articles}{e.Article};");
}
