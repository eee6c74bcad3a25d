namespace Foldstream.Generators.Tests;

/// <summary>Models are values, so that an equal one ends the work.</summary>
public sealed class EventJsonModelTests
{
    [Theory]
    [InlineData(typeof(EventJsonModel))]
    [InlineData(typeof(ShapeModel))]
    [InlineData(typeof(EventModelModel))]
    [InlineData(typeof(ProjectNames))]
    public void Models_hold_values_only(Type model)
    {
        ModelShape.AssertNoRoslynTypes(model);
        ModelShape.AssertValueEquality(model);
    }
}
