using System.Text.Json;

namespace Foldstream.Generators.Tests;

/// <summary>The names in JSON are those of the framework's own policy.</summary>
public sealed class CamelCaseTests
{
    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("a")]
    [InlineData("Ab")]
    [InlineData("AB")]
    [InlineData("ABc")]
    [InlineData("ABC")]
    [InlineData("URL")]
    [InlineData("IOPort")]
    [InlineData("IsOK")]
    [InlineData("A1")]
    [InlineData("AB1")]
    [InlineData("AB1C")]
    [InlineData("_A")]
    [InlineData("A_B")]
    [InlineData("AB_C")]
    [InlineData("iPhone")]
    [InlineData("Éclair")]
    [InlineData("ÄÖ")]
    [InlineData("ÄÖü")]
    [InlineData("Ωμέγα")]
    [InlineData("İstanbul")]
    [InlineData("ǅ")]
    [InlineData("日本")]
    public void Names_are_those_of_the_policy(string name) => Assert.Equal(JsonNamingPolicy.CamelCase.ConvertName(name), CamelCase.Of(name));
}
