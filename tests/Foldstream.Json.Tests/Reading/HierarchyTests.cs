namespace Foldstream.Json.Tests;

/// <summary>Objects of several types, told apart by their first member.</summary>
public sealed class HierarchyTests
{
    [Fact]
    public void The_discriminator_may_be_escaped() =>
        Assert.Equal(new Constant(1.5m), Term("""{"\u0024type":"const\u0061nt","value":1.5}"""));

    [Fact]
    public void Without_a_discriminator_it_is_the_base_where_that_is_not_abstract() => Assert.Equal(
        [new Animal("one"), new Dog("two", true)],
        new[] { """{"name":"one"}""", """{"$type":"dog","isLoud":true,"name":"two"}""" }.Select(Animal));

    [Fact]
    public void A_discriminator_of_no_type_is_told() =>
        Assert.Contains("cheque tells no type of 'Term'", Events.Refused<Recursive>(RecursiveWith("""{"$type":"cheque","value":1}""")).Message);

    [Fact]
    public void A_missing_discriminator_is_told() =>
        Assert.Contains("'$type', which tells the type of 'Term', is not the first member", Events.Refused<Recursive>(RecursiveWith("""{"value":1,"$type":"constant"}""")).Message);

    [Fact]
    public void A_type_that_is_not_listed_is_not_written()
    {
        var exception = Assert.Throws<EventWriteException>(() => Events.Write(new Settled(Guid.Empty, new Prepaid(new Money(1m, "EUR"), "4711"))));

        Assert.Contains("'Prepaid' is not listed as a 'Payment'", exception.Message);
    }

    private static Term Term(string json) => Events.Read<Recursive>(RecursiveWith(json)).Term;

    private static Animal Animal(string json) => Events.Read<Hierarchies>($$$"""
        {"payment":null,"maybe":null,"figure":null,"figures":[],"animal":{{{json}}},"plants":{},"card":null,"dog":null}
        """).Animal;

    private static string RecursiveWith(string term) => $$$"""{"node":null,"branch":null,"term":{{{term}}},"ring":null,"box":null}""";

    private sealed record Prepaid(Money Amount, string Number) : Card(Amount, Number, null);
}
