namespace Foldstream.Generated.Tests;

[Event("shape-drawn")]
public record ShapeDrawn(string Name);

public sealed record CircleDrawn(string Name, int Radius) : ShapeDrawn(Name);

/// <summary>Raises an event whose type is only known at run time.</summary>
[Aggregate("drawing")]
public sealed partial class Drawing
{
    public string Last { get; private set; } = "";

    public void Draw(ShapeDrawn shape) => Raise(shape);

    private void Apply(ShapeDrawn e) => Last = e.Name;
}
