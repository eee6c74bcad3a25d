using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Foldstream.Json.Tests;

/// <summary>Every event of the catalogue, with generated values, against System.Text.Json.</summary>
public sealed class DifferentialTests
{
    [Theory]
    [MemberData(nameof(Events.Names), MemberType = typeof(Events))]
    public void Writes_the_bytes_of_the_oracle_and_both_read_each_other(string name)
    {
        var definition = Events.Definition(name);

        Prop.ForAll(Seeds(), seed => Compare(definition, new Values(new Random(seed)).Create(definition.ClrType)))
            .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(LongRun.Times(200, 20_000)));
    }

    [Fact]
    public void The_catalogue_is_large() => Assert.InRange(TestsEvents.Model.Definitions.Count, 60, int.MaxValue);

    private static Arbitrary<int> Seeds() => Arb.From(Gen.Choose(0, int.MaxValue));

    private static void Compare(EventDefinition definition, object value)
    {
        var ours = Events.Write(value);
        var oracle = Oracle.Write(value, definition.ClrType);

        Assert.Equal(Encoding.UTF8.GetString(oracle), Encoding.UTF8.GetString(ours));
        Assert.Equal(oracle, ours);
        Assert.Equal(ours, Events.Write(Events.Read(definition, ours)));
        Assert.Equal(ours, Oracle.Write(Oracle.Read(ours, definition.ClrType), definition.ClrType));
        Assert.Equivalent(Oracle.Read(ours, definition.ClrType), Events.Read(definition, ours), strict: true);
    }
}
