namespace Foldstream.Generators;

/// <summary>Prints the methods of a record, class or struct.</summary>
internal static class ObjectShapeEmitter
{
    public static void Emit(SourceWriter writer, ObjectShape shape, ProjectNames names)
    {
        ObjectWriteEmitter.EmitNames(writer, shape.Object);
        if (shape.Discriminator is null)
            EmitWhole(writer, shape, names);
        else
            EmitMembers(writer, shape, names);
        ObjectReadEmitter.EmitAccessors(writer, shape.Object);
    }

    private static void EmitWhole(SourceWriter writer, ObjectShape shape, ProjectNames names) => writer
        .Block(ShapeMethods.Read(shape.Type), body => EmitRead(body, shape.Object, names))
        .Line()
        .Block(ShapeMethods.Write(shape.Object.IsReference ? $"{shape.Type}?" : shape.Type), body => EmitWrite(body, shape.Object, names));

    // In a hierarchy the object is begun and ended by the one who knows which type it is.
    private static void EmitMembers(SourceWriter writer, ObjectShape shape, ProjectNames names) => writer
        .Block(ShapeMethods.Read(shape.Type, "ReadMembers"), body => ObjectReadEmitter.EmitMembers(body, shape.Object, shape.Discriminator, names))
        .Line()
        .Block(ShapeMethods.Write(shape.Type, "WriteMembers"), body => ObjectWriteEmitter.EmitMembers(body, shape.Object, names));

    private static void EmitRead(SourceWriter body, ObjectModel type, ProjectNames names)
    {
        if (type.IsReference)
            ShapeMethods.ReturnNull(body, "null!");
        ObjectReadEmitter.EmitBody(body, type, names);
    }

    private static void EmitWrite(SourceWriter body, ObjectModel type, ProjectNames names)
    {
        if (type.IsReference)
            ShapeMethods.WriteNull(body);
        ObjectWriteEmitter.EmitBody(body, type, names);
    }
}
