using System.Text.Json.Serialization;
using Foldstream.Generated.Library;

namespace Foldstream.Generated.Tests;

public enum Currency
{
    Euro,
    Dollar,
}

[EventValue]
public readonly record struct CustomerId(Guid Value);

[EventValue]
public sealed record Sku(string Code);

public sealed record Price(decimal Amount, Currency Currency);

public sealed record Line(Sku Sku, int Count, Price? Price);

public interface IShopEvent;

[Event("cart-filled")]
public sealed record CartFilled(CustomerId Customer, string Item, int Count) : IShopEvent;

[Event("cart-emptied")]
public readonly record struct CartEmptied : IShopEvent;

[Event("cart-viewed")]
public sealed record CartViewed : IShopEvent;

[Event("cart-paid")]
public sealed record CartPaid(Currency Currency, decimal Amount, params string[] Tags) : IShopEvent;

[Aggregate("cart")]
[Ignores<CartViewed>]
internal sealed partial class Cart
{
    private void Apply(CartFilled e)
    {
    }

    private void Apply(in CartEmptied e)
    {
    }

    private void Apply(CartPaid e)
    {
    }
}

/// <summary>State of every kind: private, read-only, get-only, of a base type, left out.</summary>
public abstract class ViewBase
{
    private int seen;

    public string Shelf { get; } = "top";

    protected int Seen => seen;

    public int Times() => seen;

    protected void See() => seen++;
}

/// <summary>One document a stream.</summary>
[Projection("carts", Of = typeof(Cart))]
[Ignores<CartViewed>]
public sealed partial class CartView : ViewBase
{
    private readonly List<Line> lines = [];
    private readonly Dictionary<string, int> counts = [];
    private DateTimeOffset? _lastChange;

    [JsonIgnore]
    private int notKept = 7;

    [Index]
    public CustomerId Customer { get; private set; }

    public int Count { get; private set; }

    public string? Note { get; private set; }

    [JsonPropertyName("paid_in")]
    public Currency? PaidIn { get; private set; }

    public Price? Total { get; private set; }

    public IReadOnlyList<Line> Lines => lines;

    public List<string> Tags { get; } = [];

    public List<Line> Bought { get; private set; } = [];

    public Dictionary<string, Price> Prices { get; init; } = [];

    public string FirstItem { get; } = "none";

    public DateTimeOffset? LastChange() => _lastChange;

    public int NotKept() => notKept;

    public IReadOnlyDictionary<string, int> Counts() => counts;

    private void Apply(CartFilled e)
    {
        See();
        notKept++;
        Customer = e.Customer;
        Count += e.Count;
        counts[e.Item] = e.Count;
        lines.Add(new Line(new Sku(e.Item), e.Count, null));
        Bought.Add(new Line(new Sku(e.Item), e.Count, new Price(1, Currency.Euro)));
    }

    private void Apply(CartPaid e, EventContext context)
    {
        _lastChange = context.OccurredAt;
        PaidIn = e.Currency;
        Total = new Price(e.Amount, e.Currency);
        Tags.AddRange(e.Tags);
        Prices["all"] = Total;
        Note = context.Stream.Id;
    }

    [DeletesDocument]
    private void Apply(in CartEmptied e)
    {
    }
}

/// <summary>Many streams into one document, by keys of the events.</summary>
[Projection("takings", Commutative = true)]
public partial class Takings
{
    public decimal Total { get; private set; }

    [Key]
    private static Currency By(CartPaid e) => e.Currency;

    private void Apply(CartPaid e) => Total += e.Amount;
}

/// <summary>One event to several documents, another one to none, keys by a base type and by the context.</summary>
[Projection("tags", Category = "cart", Events = typeof(IShopEvent))]
[Ignores<CartFilled>]
internal sealed partial class TagView
{
    public int Uses { get; private set; }

    [Key]
    private static string? Any(IShopEvent e, EventContext context) => e is CartViewed ? null : context.Stream.Id;

    [Key]
    private static IEnumerable<string> Tags(CartPaid e) => e.Tags;

    private void Apply(CartPaid e) => Uses++;

    private void Apply(CartViewed e) => Uses += 100;

    private void Apply(CartEmptied e) => Uses += 10;
}

/// <summary>Over the events of another assembly's aggregate, nested, keyed by a wrapper.</summary>
public static partial class Depots
{
    [Projection("vans", Of = typeof(Van))]
    [Ignores<VanWashed>]
    public sealed partial class VanView
    {
        public int Loaded { get; private set; }

        private void Apply(VanLoaded e) => Loaded++;
    }
}

[Projection("customers")]
internal sealed partial class CustomerView
{
    public int Items { get; private set; }

    [Key]
    private static CustomerId? By(CartFilled e) => e.Customer.Value == Guid.Empty ? null : e.Customer;

    private void Apply(CartFilled e) => Items += e.Count;
}

/// <summary>A document that is told which one it is.</summary>
[Projection("named-tags")]
internal sealed partial class NamedTag
{
    public string? Name { get; private set; }

    [Key]
    private static IEnumerable<string> Tags(CartPaid e) => e.Tags;

    private void Apply(CartPaid e, EventContext context) => Name = context.Key?.Id;
}
