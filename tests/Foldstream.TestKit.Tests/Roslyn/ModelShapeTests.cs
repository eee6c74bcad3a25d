using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Foldstream.TestKit.Tests;

public sealed class ModelShapeTests
{
    [Theory]
    [InlineData(typeof(Holds<ISymbol>))]
    [InlineData(typeof(Holds<SyntaxNode>))]
    [InlineData(typeof(Holds<Compilation>))]
    [InlineData(typeof(Holds<Location>))]
    [InlineData(typeof(Holds<SemanticModel>))]
    [InlineData(typeof(Holds<SyntaxToken>))]
    [InlineData(typeof(Holds<Holds<List<ISymbol[]>>>))]
    [InlineData(typeof(HoldsSome))]
    [InlineData(typeof(HiddenInHandWritten))]
    public void A_roslyn_type_anywhere_in_a_model_fails(Type model) =>
        Assert.Contains("holds a Roslyn type", Failure.Of(() => ModelShape.AssertNoRoslynTypes(model)));

    [Fact]
    public void The_way_to_the_roslyn_type_is_told() =>
        Assert.Contains("Outer.Inner.Symbol is Microsoft.CodeAnalysis.ISymbol", Failure.Of(() => ModelShape.AssertNoRoslynTypes(typeof(Outer))));

    [Theory]
    [InlineData(typeof(Holds<string[]>))]
    [InlineData(typeof(Holds<ImmutableArray<string>>))]
    [InlineData(typeof(Holds<List<string>>))]
    [InlineData(typeof(Holds<IReadOnlyList<string>>))]
    [InlineData(typeof(Holds<object>))]
    [InlineData(typeof(Holds<Func<int>>))]
    [InlineData(typeof(Holds<NoRecord>))]
    [InlineData(typeof(NoRecord))]
    [InlineData(typeof(BaseOfNoRecords))]
    public void A_part_that_compares_by_reference_fails(Type model) =>
        Assert.Contains("has no value equality", Failure.Of(() => ModelShape.AssertValueEquality(model)));

    [Theory]
    [InlineData(typeof(ToyModel))]
    [InlineData(typeof(Holds<Accessibility>))]
    [InlineData(typeof(Holds<TextSpan>))]
    [InlineData(typeof(Holds<LinePositionSpan?>))]
    [InlineData(typeof(Holds<(int, string)>))]
    [InlineData(typeof(Holds<HandWritten<string>>))]
    public void Values_pass(Type model)
    {
        ModelShape.AssertNoRoslynTypes(model);
        ModelShape.AssertValueEquality(model);
    }

    private sealed record Holds<T>(T Value);

    private sealed record Outer(Inner Inner);

    private sealed record Inner(ISymbol Symbol);

    private record Some;

    private sealed record HoldsSome(Some Some);

    private sealed record Derived(ISymbol Symbol) : Some;

    private sealed class NoRecord
    {
        public int Value { get; init; }
    }

    private sealed record BaseOfNoRecords(NoRecord? Value);

    private readonly struct HandWritten<T>(T[] items) : IEquatable<HandWritten<T>>
    {
        private readonly T[] _items = items;

        public bool Equals(HandWritten<T> other) => _items.SequenceEqual(other._items);

        public override bool Equals(object? obj) => obj is HandWritten<T> other && Equals(other);

        public override int GetHashCode() => _items.Length;
    }

    private sealed record HiddenInHandWritten(HandWritten<ISymbol> Symbols);
}
