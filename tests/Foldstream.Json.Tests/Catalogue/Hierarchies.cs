using System.Text.Json.Serialization;

namespace Foldstream.Json.Tests;

[JsonDerivedType(typeof(Cash), "cash")]
[JsonDerivedType(typeof(Card), "card")]
[JsonDerivedType(typeof(Transfer), "Überweisung \"🙂\"")]
public abstract record Payment(Money Amount)
{
    public string? Remark { get; init; } = "none";
}

public sealed record Cash(Money Amount) : Payment(Amount);

public record Card(Money Amount, string Number, DateOnly? Expires) : Payment(Amount);

public sealed record Transfer(Money Amount, Iban Iban) : Payment(Amount)
{
    public required string Reason { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Circle), 1)]
[JsonDerivedType(typeof(Rectangle), -2)]
[JsonDerivedType(typeof(Nowhere), "nowhere")]
public interface IFigure;

public sealed record Circle(double Radius) : IFigure;

public readonly record struct Rectangle(int Width, int Height) : IFigure;

public sealed class Nowhere : IFigure;

[JsonDerivedType(typeof(Dog), "dog")]
[JsonDerivedType(typeof(Puppy), "puppy")]
public record Animal(string Name);

public record Dog(string Name, bool IsLoud) : Animal(Name);

public sealed record Puppy(string Name, bool IsLoud, int Weeks) : Dog(Name, IsLoud);

[JsonDerivedType(typeof(Plant), "plant")]
[JsonDerivedType(typeof(Tree), "tree")]
public record Plant(string Name);

public sealed record Tree(string Name, int Height) : Plant(Name);

[JsonDerivedType(typeof(Settled), "settled")]
[JsonDerivedType(typeof(Rejected), "rejected")]
public interface ISettlement;

[Event("settled")]
public sealed record Settled(Guid Id, Payment Payment) : ISettlement;

[Event("rejected")]
public sealed record Rejected(string Reason) : ISettlement;

[Event("hierarchies")]
public sealed record Hierarchies(Payment Payment, Payment? Maybe, IFigure Figure, List<IFigure?> Figures, Animal Animal, Dictionary<string, Plant> Plants, Card Card, Dog Dog);

[Event("hierarchy-of-events")]
public sealed record HierarchyOfEvents(ISettlement Settlement, ISettlement[] All, Settled? Plain);
