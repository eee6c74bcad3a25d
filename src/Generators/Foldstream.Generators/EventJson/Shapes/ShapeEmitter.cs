namespace Foldstream.Generators;

/// <summary>Prints the class that reads and writes a type inside of events.</summary>
internal static class ShapeEmitter
{
    // internal static partial class BankEventShapes
    // {
    //     /// <summary>Reads and writes <see cref="Money"/> inside of events.</summary>
    //     internal static class Bank_Money
    //     {
    //         …
    //     }
    // }
    public static SourceWriter Emit(ShapeModel shape, ProjectNames names)
    {
        var file = EventJsonFile.Start(names.RootNamespace);
        if (shape is not ObjectShape and not EnumShape and not EventShapeReference)
            file.Line("// What it holds may be annotated as nullable or not.").Line("#nullable disable").Line();
        return file.Block($"internal static partial class {names.ShapesClass}", container => container
            .Line($"/// <summary>Reads and writes {Describe(shape)} inside of events.</summary>")
            .Block($"internal static class {shape.Name}", members => EmitMembers(members, shape, names)));
    }

    private static void EmitMembers(SourceWriter writer, ShapeModel shape, ProjectNames names)
    {
        switch (shape)
        {
            case EnumShape @enum:
                EnumShapeEmitter.Emit(writer, @enum);
                break;
            case ObjectShape @object:
                ObjectShapeEmitter.Emit(writer, @object, names);
                break;
            case EventShapeReference reference:
                EventShapeReferenceEmitter.Emit(writer, reference);
                break;
            case SequenceShape sequence:
                SequenceShapeEmitter.Emit(writer, sequence, names);
                break;
            case DictionaryShape dictionary:
                DictionaryShapeEmitter.Emit(writer, dictionary, names);
                break;
            case HierarchyShape hierarchy:
                HierarchyShapeEmitter.Emit(writer, hierarchy, names);
                break;
            case DelegatedShape delegated:
                DelegatedShapeEmitter.Emit(writer, delegated);
                break;
            case ConvertedShape converted:
                ConvertedShapeEmitter.Emit(writer, converted);
                break;
            case WrapperShape wrapper:
                WrapperShapeEmitter.Emit(writer, wrapper, names);
                break;
        }
    }

    private static string Describe(ShapeModel shape) => shape switch
    {
        SequenceShape => "a sequence",
        DictionaryShape => "a dictionary",
        _ when shape.Type.Contains('<') => $"<c>{shape.Type.Replace("<", "&lt;").Replace(">", "&gt;")}</c>",
        _ => $"<see cref=\"{shape.Type}\"/>",
    };
}
